import { computed, onUnmounted, reactive, ref } from 'vue'
import { type Alarm, emptyAlarm, reported, type Said, saidIn } from './alarm'
import { call } from '@/api'
import type { DangerView } from '@/api/contract'
import { visitedChildren } from '@/features/home/useHome'
import { clock } from '@/keeping'
import { newKey } from '@/outbox/key'
import { outbox, reload, sendWaiting, sheets, written } from '@/outbox/useOutbox'
import { platform } from '@/platform'

const LOOK_EVERY = 10_000

/**
 * One alarm. It is on the phone with the first tap on what happened or on 110, goes out with "report", or by itself a
 * minute after a call; everything said later is added under the same key.
 */
export function useAlarm(childId: number | undefined, earlier?: Alarm) {
  const who = visitedChildren().find(child => child.id === childId)?.petName ?? ''
  const key = earlier?.key ?? newKey()
  const said: Said = reactive(earlier ? saidIn(earlier) : { childId })
  const locked = ref(false)
  const view = ref<DangerView>()
  const kept = computed(() => written.value.find(sheet => sheet.key === key) as Alarm | undefined)
  let follows: ReturnType<typeof setTimeout> | undefined
  let looking: ReturnType<typeof setTimeout> | undefined

  /** Keeps what was said; once it has been reported, what is new goes after it. */
  function keep() {
    try {
      const alarm = kept.value ?? emptyAlarm(key, who, childId, clock.now())
      const content = reported(alarm, said, clock.now())
      if (alarm.state === 'WRITING') sheets.write({ ...alarm, content })
      else if (JSON.stringify(content) !== JSON.stringify(alarm.content)) outbox.amend(key, content)
    }
    catch {
      locked.value = true
    }
  }

  function say(more: Said) {
    Object.assign(said, more)
    keep()
    // Which child it is must not wait for somebody to press once more.
    if (more.childId !== undefined && kept.value?.state === 'WAITING') void sendWaiting('NOW')
  }

  async function report(): Promise<void> {
    clearTimeout(follows)
    keep()
    if (kept.value?.state === 'WRITING') outbox.finish(kept.value)
    await sendWaiting('NOW')
    void look()
  }

  /** The call goes first, the record follows by itself. */
  function dial(number: string) {
    if (number === '110') {
      say({ called: true })
      follows ??= setTimeout(() => void report(), 60_000)
    }
    platform.dial(number)
  }

  async function look(): Promise<void> {
    clearTimeout(looking)
    const id = kept.value?.id
    if (id !== undefined) view.value = await call('GET /api/phone/dangers/{id}', { path: { id } }).catch(() => view.value)
    if (view.value?.state !== 'ACCEPTED') looking = setTimeout(look, LOOK_EVERY)
  }

  /** Whoever leaves after calling has reported. */
  function leave() {
    clearTimeout(looking)
    if (said.called && kept.value?.state === 'WRITING') void report()
    clearTimeout(follows)
  }

  reload()
  if (earlier && earlier.state !== 'WRITING') void look()
  onUnmounted(leave)

  return { said, kept, view, locked, say, report, dial }
}
