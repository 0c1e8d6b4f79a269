import { computed, ref, shallowRef } from 'vue'
import { deliver } from './deliver'
import { Outbox } from './Outbox'
import { SecondCopies } from './SecondCopies'
import { isHeld, type Sheet } from './sheet'
import { Sheets } from './Sheets'
import { client } from '@/api'
import { clock, copies, holder, shelf } from '@/keeping'
import { platform } from '@/platform'

/** The phone's only pile of sheets and its only outbox. */
export const sheets = new Sheets(shelf, reload)
export const outbox = new Outbox(sheets, line, () => clock.now().getTime(), reload)

export const secondCopies = new SecondCopies(sheets, shelf, client.call)

const written = shallowRef<Sheet[]>([])
export const sending = ref<string>()
export { written }
export const waiting = computed(() => written.value.filter(sheet => sheet.state === 'WAITING' && !isHeld(sheet, clock.now().getTime())))
export const stopped = computed(() => written.value.filter(sheet => sheet.state === 'STOPPED'))

/** Alarms that were begun and not sent; the one thing a person has to be reminded of everywhere. */
export const unsentAlarms = computed(() => written.value.filter(sheet => sheet.kind === 'DANGER' && sheet.state === 'WRITING'))

let timer: ReturnType<typeof setTimeout> | undefined

/** When the app comes to the front: lets go of what is over and sends what waits. */
export async function wakeUp(): Promise<void> {
  await holder.wake()
  copies.sweep()
  sheets.tidy(clock.now().getTime())
  // Whoever called 110 from here has reported, even if the phone died on the way.
  sheets.of('DANGER').filter(alarm => alarm.state === 'WRITING' && alarm.content.calledPolice).forEach(alarm => outbox.finish(alarm))
  // An earlier edition gave up a report the server had said no to; it is never given up.
  sheets.of('DANGER').filter(alarm => alarm.stop && alarm.stop.code !== 'INVALID_REQUEST').forEach(alarm => outbox.amend(alarm.key, alarm.content))
  await sendWaiting('NOW')
}

/** Sends what waits, and comes back to it until nothing does. */
export async function sendWaiting(which: 'DUE' | 'NOW' | 'ALL' = 'NOW'): Promise<void> {
  clearTimeout(timer)
  reload()
  // A full phone cannot note how far it came; the next try finds out.
  await outbox.flush(which).catch(() => {})
  const next = outbox.nextTry()
  if (next !== undefined) timer = setTimeout(() => void sendWaiting('DUE'), next)
}

/** Throws a sheet away for good, with its photos. */
export function discard(sheet: Sheet): void {
  sheets.remove(sheet.key)
  dropPhotos(sheet)
  if (sheet.kind === 'VISIT') void secondCopies.discard(sheet.key).catch(() => {})
}

export function reload(): void {
  written.value = sheets.all()
  sending.value = outbox.sending
}

function line() {
  const way = client.line()
  return {
    holds: way.holds,
    deliver: async (sheet: Sheet, keep: (photos: Sheet['photos']) => void) => {
      const id = await deliver(way, sheet, keep)
      dropPhotos(sheet)
      return id
    },
  }
}

function dropPhotos(sheet: Sheet): void {
  sheet.photos.forEach(photo => void platform.photos.drop(photo.file).catch(() => {}))
}
