import type { ChildWishView, WishView } from '@/api/contract'
import { isKind, type Sheet } from '@/outbox/sheet'

/** Promises that still have to be kept first, then what is open, then what was kept. */
export function wall(wishes: WishView[]): WishView[] {
  const rank = (wish: WishView) => (wish.state === 'FULFILLED' ? 2 : wish.mine ? 0 : 1)
  return wishes
    .filter(wish => wish.state === 'OPEN' || wish.mine)
    .sort((one, other) => rank(one) - rank(other))
}

/** What this person has promised and not brought, what is to be done first before the rest. */
export function promises(wishes: WishView[]): WishView[] {
  const by = (wish: WishView) => wish.deliverBy ?? wish.arrangeBy ?? ''
  return wishes.filter(wish => wish.mine && wish.state !== 'FULFILLED').sort((one, other) => by(one).localeCompare(by(other)))
}

export function openOnes(wishes: WishView[]): number {
  return wishes.filter(wish => wish.state === 'OPEN').length
}

/** A wish of this child that is written on this phone and has not left it. */
export function wishBegun(sheets: Sheet[], childId: number): Sheet<'WISH'> | undefined {
  return sheets.find((sheet): sheet is Sheet<'WISH'> =>
    isKind(sheet, 'WISH') && sheet.content.childId === childId && (sheet.state === 'WRITING' || sheet.state === 'STOPPED'))
}

/** A child has one wish at a time. */
export function current(wishes: ChildWishView[]): ChildWishView | undefined {
  return wishes.find(wish => wish.state !== 'FULFILLED' && wish.state !== 'CANCELLED')
}
