import type { WishView } from '@/api/contract'

/** Promises that still have to be kept first, then what is open, then what was kept. */
export function wall(wishes: WishView[]): WishView[] {
  const rank = (wish: WishView) => (wish.state === 'FULFILLED' ? 2 : wish.mine ? 0 : 1)
  return wishes
    .filter(wish => wish.state === 'OPEN' || wish.mine)
    .sort((one, other) => rank(one) - rank(other))
}

export function openOnes(wishes: WishView[]): number {
  return wishes.filter(wish => wish.state === 'OPEN').length
}
