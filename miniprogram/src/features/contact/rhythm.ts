import type { ContactKind, ContactView, Day } from '@/api/contract'
import { dayOf, plusDays, weekday } from '@/day'

/** A day in the picture of six weeks. */
export interface RhythmDay { day: Day, kind?: ContactKind, today: boolean, ahead: boolean }

const WEEKS = 6
// Where two things happened on a day, the closer one shows.
const CLOSENESS: Record<ContactKind, number> = { WECHAT: 1, PHONE: 2, VIDEO: 3, HOME_VISIT: 4 }

/** Six rows of seven days, this week last. */
export function rhythm(contacts: Pick<ContactView, 'contactedAt' | 'kind'>[], today: Day): RhythmDay[][] {
  const kinds = new Map<Day, ContactKind>()
  for (const { contactedAt, kind } of contacts) {
    const day = dayOf(new Date(contactedAt))
    const known = kinds.get(day)
    if (known === undefined || CLOSENESS[kind] > CLOSENESS[known]) kinds.set(day, kind)
  }
  const monday = plusDays(today, -weekday(today) - 7 * (WEEKS - 1))
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const day = plusDays(monday, 7 * week + place)
      return { day, kind: kinds.get(day), today: day === today, ahead: day > today }
    }))
}

/** The weekdays (Monday 0) on which it happens most, at most two; none while it is too early to speak of a rhythm. */
export function favouriteWeekdays(weeks: RhythmDay[][]): number[] {
  const counts = Array.from({ length: 7 }, (_, place) => weeks.filter(week => week[place]?.kind !== undefined).length)
  return counts
    .map((count, place) => ({ count, place }))
    .filter(({ count }) => count >= 2)
    .sort((one, other) => other.count - one.count || one.place - other.place)
    .slice(0, 2)
    .map(({ place }) => place)
    .sort((one, other) => one - other)
}

export function contactDays(weeks: RhythmDay[][]): number {
  return weeks.flat().filter(day => day.kind !== undefined).length
}
