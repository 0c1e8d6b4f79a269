import type { Day } from '@/api/contract'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The calendar day in China, whatever the phone's own time zone says. */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + 8 * HOUR).toISOString().slice(0, 10)
}

/** Hour and minute in China, such as `08:12`. */
export function clockOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * HOUR).toISOString().slice(11, 16)
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** How many days from one day to another. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY)
}

/** Monday is 0. */
export function weekday(day: Day): number {
  return (new Date(day).getUTCDay() + 6) % 7
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}

export function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10))
}
