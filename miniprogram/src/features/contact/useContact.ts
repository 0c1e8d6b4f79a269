import { computed, onUnmounted, ref } from 'vue'
import { rhythm } from './rhythm'
import { call } from '@/api'
import type { ContactKind, ContactLength, ContactRequest, ContactView } from '@/api/contract'
import { clock } from '@/keeping'
import { useCopy } from '@/keeping/useCopy'
import { newKey } from '@/outbox/key'
import { outbox, sendWaiting, sheets, written } from '@/outbox/useOutbox'
import { begun, isKind } from '@/outbox/sheet'

const UNDO_FOR = 10_000

/** The calls of one parent with one child: two taps to record, ten seconds to take it back or to say how it went. */
export function useContact(childId: number, petName: string) {
  const today = clock.today()
  const { value, at, state, failure, refresh } = useCopy(`contacts:${childId}`, () =>
    call('GET /api/phone/contacts', { query: { childId } }))
  const last = ref<{ key: string, content: ContactRequest }>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const weeks = computed(() => rhythm([...(value.value ?? []), ...unsent()], today))
  /** Without a look at what was, an empty calendar would say that there was nothing. */
  const known = computed(() => value.value !== undefined)
  const confirmed = computed(() => (value.value ?? []).filter(contact => contact.proof === 'CONFIRMED').length)

  function unsent(): Pick<ContactView, 'contactedAt' | 'kind'>[] {
    return written.value.flatMap(sheet =>
      isKind(sheet, 'CONTACT') && sheet.content.childId === childId && sheet.state !== 'STOPPED' ? [sheet.content] : [])
  }

  /** It stays on the phone for as long as it may be taken back, so that taking back needs no network. */
  function record(kind: ContactKind, length: ContactLength): void {
    void leave()
    const now = clock.now()
    const content: ContactRequest = { childId, kind, length, contactedAt: now.toISOString() }
    const sheet = begun('CONTACT', newKey(), petName, content, now)
    outbox.finish(sheet, UNDO_FOR)
    last.value = { key: sheet.key, content }
    timer = setTimeout(leave, UNDO_FOR)
  }

  function say(more: Pick<ContactRequest, 'mood' | 'words'>): void {
    if (last.value === undefined) return
    const content = { ...last.value.content, ...more }
    last.value = { ...last.value, content }
    outbox.amend(last.value.key, content)
  }

  async function undo(): Promise<void> {
    const key = last.value?.key
    last.value = undefined
    clearTimeout(timer)
    if (key === undefined) return
    const id = await outbox.takeBack(key)
    if (id !== undefined) await call('DELETE /api/phone/contacts/{id}', { path: { id } })
    await refresh()
  }

  /** What was recorded goes its way. */
  async function leave(): Promise<void> {
    clearTimeout(timer)
    const key = last.value?.key
    last.value = undefined
    if (key !== undefined) {
      const sheet = sheets.get(key)
      if (sheet?.state === 'WAITING') sheets.write({ ...sheet, heldUntil: undefined })
    }
    await sendWaiting('DUE')
    await refresh()
  }

  onUnmounted(leave)

  return { weeks, known, confirmed, at, state, failure, refresh, last, record, say, undo }
}
