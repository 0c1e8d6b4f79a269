import { computed, reactive, ref, watch } from 'vue'
import { Drafts, emptyDraft, sealed, unanswered, type VisitDraft } from './draft'
import type { HomeView } from '@/api/contract'
import { dayOf } from '@/day'
import { newKey } from '@/features/outbox/key'
import { outbox, sendWaiting } from '@/features/outbox/useOutbox'
import { lastCopy } from '@/lastCopy'
import { t } from '@/locale'
import { platform } from '@/platform'

/** A visit that is on the phone from its first answer on, and needs no network to be written. */
export function useVisitDraft(childId: number) {
  const drafts = new Drafts(platform.store)
  const today = dayOf(new Date())
  const paired = lastCopy<HomeView>('home')?.children.filter(child => child.as === 'CADRE_FAMILY') ?? []
  const child = paired.find(one => one.id === childId)
  const neighbours = paired.filter(one => one.id !== childId && one.villageName === child?.villageName)
  const draft: VisitDraft = reactive(drafts.of(childId) ?? emptyDraft(childId, today))
  const asked = ref(false)
  const full = ref(false)
  let sealedAlready = false

  const open = computed(() => (asked.value ? unanswered(draft) : []))

  watch(draft, keep, { deep: true })

  function keep() {
    if (sealedAlready) return
    try {
      drafts.save(childId, draft)
      full.value = false
    }
    catch {
      full.value = true
    }
  }

  /** Seals the visit and hands it to the outbox; false when something is not answered yet. */
  function seal(): boolean {
    asked.value = true
    if (sealedAlready || unanswered(draft).length > 0) return sealedAlready
    const names = paired.filter(one => draft.childIds.includes(one.id)).map(one => one.petName)
    const letter = sealed(draft, newKey(), t.visit.title(names.join('、')), new Date())
    // The draft goes first: with photos in it, both together may not fit into a browser's storage.
    drafts.discard(childId)
    try {
      outbox.put(letter)
    }
    catch {
      full.value = true
      drafts.save(childId, draft)
      return false
    }
    sealedAlready = true
    void sendWaiting()
    return true
  }

  return { draft, child, neighbours, today, open, full, seal }
}
