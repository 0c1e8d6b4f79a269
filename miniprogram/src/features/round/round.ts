import type { Day, MyChildView } from '@/api/contract'
import { plusDays } from '@/day'

// The longest rhythm in use is monthly; what the tiers ask for more often comes with the next action.
const MONTH = 30

/** Whoever has waited longest comes first, the never visited before all. */
export function inOrder<T extends Pick<MyChildView, 'id' | 'lastVisitOn'>>(children: T[]): T[] {
  return [...children].sort((one, other) =>
    (one.lastVisitOn ?? '').localeCompare(other.lastVisitOn ?? '') || one.id - other.id)
}

/** Whether it is time to go again. */
export function isDue(child: Pick<MyChildView, 'lastVisitOn'>, today: Day): boolean {
  return child.lastVisitOn === undefined || child.lastVisitOn <= plusDays(today, -MONTH)
}
