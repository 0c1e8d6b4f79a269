import { ref } from 'vue'
import { clock } from '@/keeping'
import { t } from '@/locale'
import { newKey } from '@/outbox/key'
import { begun, type Contents, type Kind, type Photo, type Sheet } from '@/outbox/sheet'
import { discard, outbox, sendWaiting, sheets } from '@/outbox/useOutbox'

/**
 * Hands a sheet over and says at once what came of it: without a signal it waits on the phone, and a no stands beside what
 * was written, not on another page.
 */
export function useHanding() {
  const busy = ref(false)
  const said = ref('')
  const failed = ref(false)

  /** Answers whether the words are out of the writer's hands; a refused sheet is open for writing again. */
  async function send(sheet: Sheet, done: string): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    said.value = ''
    try {
      outbox.finish(sheet)
      await sendWaiting('NOW')
      const left = sheets.get(sheet.key)
      const stop = left?.state === 'STOPPED' ? left.stop : undefined
      failed.value = stop !== undefined
      said.value = stop ? t.refusal({ code: stop.code as never, title: stop.title }) : sent(sheet) ? done : t.wish.child.kept
      return stop === undefined
    }
    catch {
      failed.value = true
      said.value = t.state.full
      return false
    }
    finally {
      busy.value = false
    }
  }

  /** The same for a sheet that exists only for this one tap; a no leaves nothing behind. */
  async function hand<K extends Kind>(kind: K, who: string, content: Contents[K], done: string, photos: Photo[] = []): Promise<boolean> {
    const sheet = { ...begun(kind, newKey(), who, content, clock.now()), photos }
    const handed = await send(sheet, done)
    const left = sheets.get(sheet.key)
    if (!handed && left) discard(left)
    return handed
  }

  return { busy, said, failed, send, hand }
}

function sent(sheet: Sheet): boolean {
  return (sheets.get(sheet.key)?.state ?? 'SENT') === 'SENT'
}
