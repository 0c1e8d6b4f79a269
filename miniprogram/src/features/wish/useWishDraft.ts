import { computed, reactive, ref, watch } from 'vue'
import { useHanding } from './useHanding'
import { wishBegun } from './wall'
import type { ChildWishView, WishKind } from '@/api/contract'
import { visitedChildren } from '@/features/home/useHome'
import { clock } from '@/keeping'
import { t } from '@/locale'
import { newKey } from '@/outbox/key'
import { begun, type Sheet } from '@/outbox/sheet'
import { outbox, sheets, written } from '@/outbox/useOutbox'

/** A child's wish that is on the phone from its first word on, whether there is a signal or not. */
export function useWishDraft(childId: number, again?: ChildWishView) {
  const who = visitedChildren().find(child => child.id === childId)?.petName ?? ''
  const kept = wishBegun(written.value, childId)
  const sheet = reactive<Sheet<'WISH'>>(kept ?? fresh())
  const over = ref(false)
  const full = ref(false)
  const { busy, said, failed, send } = useHanding()
  const complete = computed(() => sheet.content.kind !== undefined && sheet.content.what.trim() !== '' && sheet.content.why.trim() !== '')

  if (kept?.state === 'STOPPED') void reopen()
  watch(() => ({ ...sheet.content }), keep, { deep: true, flush: 'sync' })

  function fresh(): Sheet<'WISH'> {
    return begun('WISH', newKey(), who, { childId, ...words() }, clock.now())
  }

  /** What a reviewer gave back is changed, not written anew. */
  function words() {
    return again ? { kind: again.kind, what: again.what, why: again.why, valueCapYuan: again.valueCapYuan } : { what: '', why: '' }
  }

  function keep() {
    if (over.value || busy.value) return
    try {
      sheets.write({ ...sheet, content: { ...sheet.content } })
      full.value = false
    }
    catch {
      full.value = true
    }
  }

  async function reopen() {
    const open = await outbox.reopen(sheet.key)
    if (!open) return
    sheet.state = open.state
    delete sheet.stop
  }

  async function propose(): Promise<boolean> {
    const { what, why, kind, valueCapYuan } = sheet.content
    const content = { childId, kind, what: what.trim(), why: why.trim(), ...(kind === 'THING' && valueCapYuan && { valueCapYuan }) }
    over.value = await send({ ...sheet, content, state: 'WRITING' }, t.wish.child.proposed)
    if (!over.value) await reopen()
    return over.value
  }

  function choose(kind: WishKind) {
    sheet.content.kind = kind
  }

  return { sheet, complete, over, full, busy, said, failed, choose, propose }
}
