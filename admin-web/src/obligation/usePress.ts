import { onBeforeUnmount, ref } from 'vue'
import type { NudgeRequest, PressedView } from '@generated/schema'
import { answer, api } from '@/api/client'
import { tell } from '@/shared/notice'
import { useDeed } from '@/shared/useDeed'

const MINUTE = 60_000

/** The one button: presses, says what it did, and offers the way back for as long as there is one. */
export function usePress(changed: () => Promise<void>) {
  const { busy, problem, attempt } = useDeed()
  const pressed = ref<PressedView>()
  let over: ReturnType<typeof setTimeout> | undefined

  async function press(request: NudgeRequest): Promise<void> {
    const done = await attempt(() => answer(api.POST('/api/admin/nudges', { body: request })))
    if (!done) return
    clearTimeout(over)
    pressed.value = done.nudged.length > 0 ? done : undefined
    over = setTimeout(() => (pressed.value = undefined), MINUTE)
    if (!done.nudged.length) tell(done.skipped ? '今天已经提醒过了，明天再提' : '没有要提醒的')
    await changed()
  }

  async function undo(): Promise<void> {
    const batch = pressed.value?.batch
    if (!batch) return
    await attempt(() => answer(api.POST('/api/admin/nudges/{batch}/undo', { params: { path: { batch } } })))
    pressed.value = undefined
    if (!problem.value) tell('撤了，没有发出去')
    await changed()
  }

  onBeforeUnmount(() => clearTimeout(over))
  return { busy, problem, pressed, press, undo }
}
