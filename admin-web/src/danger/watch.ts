import { reactive } from 'vue'
import type { DangerWatch } from '@generated/schema'
import { answer, api, Refused } from '@/api/client'

const EVERY = 10_000

/** What waits for somebody on duty here, and the children in red; asked for again and again, by every page. */
export const watch = reactive<DangerWatch & { now: number; heardAt: number; broken: boolean }>({ waiting: [], red: [], now: Date.now(), heardAt: 0, broken: false })

let timer: ReturnType<typeof setTimeout> | undefined
let turn = 0

/** Looks now and from then on; looking again after a deed shows at once what it changed. */
export async function look(): Promise<void> {
  clearTimeout(timer)
  const mine = ++turn
  try {
    const heard = await answer(api.GET('/api/admin/dangers/waiting'))
    if (mine !== turn) return
    watch.waiting = heard.waiting
    watch.red = heard.red
    watch.heardAt = Date.now()
    watch.broken = false
    await sayReceived()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // What was last known stays; that nothing is heard any more is said, because silence would look like peace.
    if (mine === turn) watch.broken = true
  } finally {
    if (mine === turn) {
      watch.now = Date.now()
      timer = setTimeout(() => void look(), EVERY)
    }
  }
}

/** Stops, and forgets what was known: another role may not know it. */
export function lookNoMore(): void {
  clearTimeout(timer)
  turn++
  Object.assign(watch, { waiting: [], red: [], broken: false, heardAt: 0 })
  said.clear()
}

const said = new Set<number>()

/** Tells which reports are on this screen now; a page in the background is nobody's screen. */
export async function sayReceived(): Promise<void> {
  const seen = watch.waiting.map((one) => one.id).filter((id) => !said.has(id))
  if (document.visibilityState !== 'visible' || seen.length === 0) return
  await answer(api.POST('/api/admin/dangers/receipts', { body: { ids: seen } }))
  seen.forEach((id) => said.add(id))
}
