import type { Day, DutyView, MyChildView } from '@/api/contract'
import { plusDays } from '@/day'

// Only until the list of what is owed has come once: the longest rhythm in use is monthly.
const MONTH = 30

/** What is owed to each child, in the order in which the server puts the children. */
export function byChild(duties: DutyView[]): Map<number, DutyView[]> {
  const children = new Map<number, DutyView[]>()
  for (const duty of duties) children.set(duty.child.id, [...(children.get(duty.child.id) ?? []), duty])
  return children
}

/** Whether it is done by going there. */
export function isVisit(duty: Pick<DutyView, 'deed'>): boolean {
  return duty.deed === 'VISIT' || duty.deed === 'CARE_ACTIVITY'
}

/** Whoever has waited longest comes first, the never visited before all. */
export function inOrder<T extends Pick<MyChildView, 'id' | 'lastVisitOn'>>(children: T[]): T[] {
  return [...children].sort((one, other) =>
    (one.lastVisitOn ?? '').localeCompare(other.lastVisitOn ?? '') || one.id - other.id)
}

/** Whether it is time to go again. */
export function isDue(child: Pick<MyChildView, 'lastVisitOn'>, today: Day): boolean {
  return child.lastVisitOn === undefined || child.lastVisitOn <= plusDays(today, -MONTH)
}
