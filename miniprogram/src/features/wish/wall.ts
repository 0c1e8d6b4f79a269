import type { WishView } from '@/api/contract'

/** Open wishes first, then one's own, then what others took; nothing else hangs on the wall. */
export function wall(wishes: WishView[]): WishView[] {
  const rank = (wish: WishView) => (wish.state === 'OPEN' ? 0 : wish.mine ? 1 : 2)
  return wishes
    .filter(wish => wish.state === 'OPEN' || wish.state === 'CLAIMED' || (wish.mine && wish.state === 'FULFILLED'))
    .sort((one, other) => rank(one) - rank(other))
}

export function openOnes(wishes: WishView[]): number {
  return wishes.filter(wish => wish.state === 'OPEN').length
}
