import { plusDays } from '@/day'
import type { ChildNeedView, Day, PlainNeed } from '@/api/contract'
import { t } from '@/locale'

const SOON = 30

/** A need that begins: one thing, within a month. */
export function emptyNeed(today: Day): PlainNeed {
  return { category: 'GOODS', what: '', quantity: 1, measure: t.board.measures.GOODS, untilOn: plusDays(today, SOON) }
}

/** What was given back, to be changed; its day lies ahead again. */
export function needAgain(need: ChildNeedView, today: Day): PlainNeed {
  const { category, what, purpose, quantity, measure, untilOn } = need
  return { category, what, purpose, quantity, measure, untilOn: untilOn < today ? plusDays(today, SOON) : untilOn }
}

/** Whether it says what, how many, and of money what for. */
export function isWhole(need: PlainNeed): boolean {
  const many = Number.isInteger(need.quantity) && need.quantity > 0 && need.quantity <= 1_000_000
  return need.what.trim() !== '' && many && (need.category !== 'MONEY' || !!need.purpose?.trim())
}

/** As it is sent: nothing empty around it. */
export function trimmed(need: PlainNeed): PlainNeed {
  const purpose = need.purpose?.trim()
  const { purpose: _, ...rest } = need
  return { ...rest, what: need.what.trim(), ...(purpose && { purpose }) }
}
