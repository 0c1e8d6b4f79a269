import type { WishMonth } from '@generated/schema'

export const SERIES = [
  { step: 'PUBLISHED', name: '上墙' },
  { step: 'CLAIMED', name: '认领' },
  { step: 'FULFILLED', name: '送到' },
] as const

export type Series = (typeof SERIES)[number]['step']

/** Something counted: what it is called, and how many of it each step of the series has. */
export interface Counted {
  key: string
  name: string
  counts: number[]
}

/** The twelve months up to a day, the earliest first: `2025-12`. */
export function monthsUntil(day: string): string[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  return Array.from({ length: 12 }, (_, index) => last - 11 + index).map((month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`)
}

/** A month as it is read out: `3 月`, with its year where one begins. */
export function monthName(month: string, always = false): string {
  const number = Number(month.slice(5))
  return always || number === 1 ? `${month.slice(0, 4)} 年 ${number} 月` : `${number} 月`
}

export function townshipsOf(all: WishMonth[]): { code: string; name: string }[] {
  return [...new Map(all.map((one) => [one.township, one.townshipName]))].map(([code, name]) => ({ code, name })).sort((one, other) => one.code.localeCompare(other.code))
}

/** How many wishes took a step, of a month, of a township, or of both. */
export function count(all: WishMonth[], step: Series, which: { month?: string; township?: string }): number {
  return all
    .filter((one) => one.step === step && (!which.month || one.month === which.month) && (!which.township || one.township === which.township))
    .reduce((sum, one) => sum + one.wishes, 0)
}

/** The months of a township, or of all together. */
export function byMonth(all: WishMonth[], months: string[], township?: string): Counted[] {
  return months.map((month) => ({ key: month, name: monthName(month, true), counts: SERIES.map(({ step }) => count(all, step, { month, township })) }))
}

/** The townships of a month. */
export function byTownship(all: WishMonth[], month: string): Counted[] {
  return townshipsOf(all).map(({ code, name }) => ({ key: code, name, counts: SERIES.map(({ step }) => count(all, step, { month, township: code })) }))
}
