import { computed, onUnmounted, reactive, ref, watch } from 'vue'
import { draftFor, emptyVisit, finished, unanswered, type VisitSheet } from './draft'
import type { BriefView } from '@/api/contract'
import { visitedChildren } from '@/features/home/useHome'
import { clock } from '@/keeping'
import { lastCopy } from '@/keeping/useCopy'
import { newKey } from '@/outbox/key'
import { discard, outbox, secondCopies, sendWaiting, sheets } from '@/outbox/useOutbox'

const FILED_AFTER = 8_000

/** A visit that is on the phone from its first answer on, and needs no network to be written. */
export function useVisitDraft(childId: number, key?: string) {
  const known = visitedChildren()
  const child = known.find(one => one.id === childId)
  const brief = lastCopy<BriefView>(`brief:${childId}`)
  const neighbours = known.filter(one =>
    one.id !== childId && (brief ? brief.siblingIds.includes(one.id) : one.villageName === child?.villageName))
  const today = clock.today()
  const drafts = sheets.of('VISIT')
  const kept = drafts.find(one => one.key === key && one.state === 'WRITING') ?? draftFor(drafts, childId)
  const sheet: VisitSheet = reactive(kept ?? fresh())
  const begunEarlier = ref(kept !== undefined && kept.content.visitedOn !== today ? kept.content.visitedOn : undefined)
  const asked = ref(false)
  const full = ref(false)
  /** Another phone has gone on writing the same draft. */
  const elsewhere = ref(false)
  let filing: ReturnType<typeof setTimeout> | undefined
  let over = false
  let paused = false

  const open = computed(() => (asked.value ? unanswered(sheet.content) : []))

  // At once, not with the next frame: the battery may be gone by then.
  watch(sheet, keep, { deep: true, flush: 'sync' })

  function fresh(): VisitSheet {
    return emptyVisit(newKey(), childId, child?.as ?? 'CADRE_FAMILY', child?.petName ?? '', today, clock.now())
  }

  function keep() {
    if (over || paused) return
    try {
      sheets.write(sheet)
      full.value = false
      clearTimeout(filing)
      filing = setTimeout(file, FILED_AFTER)
    }
    catch {
      full.value = true
    }
  }

  /** A second copy for the day the phone is lost; the one here counts. */
  async function file() {
    clearTimeout(filing)
    filing = undefined
    elsewhere.value = !(await secondCopies.file(sheet.key).catch(() => true))
  }

  async function settle(mine: boolean) {
    await (mine ? secondCopies.insist(sheet.key) : secondCopies.giveWay(sheet.key))
    const now = sheets.get(sheet.key)
    if (now) set(now as VisitSheet)
    elsewhere.value = false
  }

  /** Puts another record in the page's hands without writing it back. */
  function set(other: VisitSheet) {
    paused = true
    Object.assign(sheet, other)
    paused = false
  }

  function startAnew() {
    discard(sheet)
    begunEarlier.value = undefined
    set(fresh())
  }

  onUnmounted(() => {
    if (filing !== undefined && !over) void file()
  })

  /** Finishes the visit and hands it to the outbox; false when something is not answered yet. */
  function save(): boolean {
    asked.value = true
    if (over || unanswered(sheet.content).length > 0) return over
    const who = known.filter(one => sheet.content.childIds.includes(one.id)).map(one => one.petName).join('、')
    try {
      // The draft and the finished visit are one record, so that nothing lies between them.
      outbox.finish({ ...sheet, who, content: finished(sheet.content, clock.now()) })
    }
    catch {
      full.value = true
      return false
    }
    over = true
    clearTimeout(filing)
    void sendWaiting()
    return true
  }

  return { sheet, child, brief, neighbours, today, begunEarlier, open, full, elsewhere, settle, startAnew, save }
}
