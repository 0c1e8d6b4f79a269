import { computed, onUnmounted, ref } from 'vue'
import { rhythm } from './rhythm'
import type { ContactKind, ContactLength, ContactView } from '@/api/contract'
import { call } from '@/api'
import { dayOf } from '@/day'
import { newKey } from '@/features/outbox/key'
import { letters, outbox, sendWaiting } from '@/features/outbox/useOutbox'
import { useLastCopy } from '@/lastCopy'
import { t } from '@/locale'

const UNDO_FOR = 10_000

/** The calls of one parent with one child: two taps to record, ten seconds to take it back. */
export function useContact(childId: number, petName: string) {
  const today = dayOf(new Date())
  const { value, at, state, failure, refresh } = useLastCopy(`contacts:${childId}`, () =>
    call('GET /api/phone/contacts', { query: { childId } }))
  const undoable = ref<{ key: string, kind: ContactKind }>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const weeks = computed(() => rhythm([...(value.value ?? []), ...unsent()], today))

  function unsent(): Pick<ContactView, 'contactedAt' | 'kind'>[] {
    return letters.value.flatMap(letter =>
      letter.kind === 'CONTACT' && letter.contact.childId === childId && !letter.refused ? [letter.contact] : [])
  }

  async function record(kind: ContactKind, length: ContactLength): Promise<void> {
    const now = new Date().toISOString()
    const key = newKey()
    outbox.put({ kind: 'CONTACT', key, title: t.contact.title(petName), savedAt: now, contact: { childId, kind, length, contactedAt: now } })
    undoable.value = { key, kind }
    clearTimeout(timer)
    timer = setTimeout(() => (undoable.value = undefined), UNDO_FOR)
    await sendWaiting()
    await refresh()
  }

  async function undo(): Promise<void> {
    const key = undoable.value?.key
    undoable.value = undefined
    clearTimeout(timer)
    if (key === undefined) return
    const id = await outbox.takeBack(key)
    if (id !== undefined) await call('DELETE /api/phone/contacts/{id}', { path: { id } })
    await refresh()
  }

  onUnmounted(() => clearTimeout(timer))

  return { weeks, at, state, failure, refresh, undoable, record, undo }
}
