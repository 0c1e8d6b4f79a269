import { describe, expect, it } from 'vitest'
import { sayFilter } from '@/children/filter'
import { dayName, plusDays, weekday } from '@/shared/words'

describe('days in words', () => {
  it('leaves the year away when it is this year', () => {
    expect(dayName('2026-11-22', '2026')).toBe('11 月 22 日')
    expect(dayName('2025-03-31', '2026')).toBe('2025 年 3 月 31 日')
  })

  it('counts over the end of a month and of a leap February', () => {
    expect(plusDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(plusDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  it('knows the weekday', () => {
    expect(weekday('2026-11-22')).toBe('周日')
  })
})

describe('the filter in words', () => {
  it('says nothing when there is no filter', () => {
    expect(sayFilter({})).toBe('')
  })

  it('names everything that narrows the list, and not the order', () => {
    expect(sayFilter({ which: 'NOBODY', reason: 'NEEDS_FEMALE_CADRE', sort: 'NAME' }, '范')).toBe('“范”、没有着落、要配女干部')
  })
})
