import { describe, expect, it } from 'vitest'
import { contactDays, favouriteWeekdays, rhythm } from '@/features/contact/rhythm'

const TODAY = '2026-11-22' // a Sunday
const call = (contactedAt: string, kind: 'PHONE' | 'VIDEO' | 'WECHAT' = 'PHONE') => ({ contactedAt, kind })

describe('six weeks', () => {
  it('begin on a Monday and end with this week', () => {
    const weeks = rhythm([], TODAY)
    expect(weeks).toHaveLength(6)
    expect(weeks[0]?.[0]?.day).toBe('2026-10-12')
    expect(weeks[5]?.[6]).toMatchObject({ day: TODAY, today: true, ahead: false })
  })

  it('count a late evening by the day in China', () => {
    const weeks = rhythm([call('2026-11-18T16:30:00Z')], TODAY)
    expect(weeks.flat().find(day => day.kind)?.day).toBe('2026-11-19')
  })

  it('show the closer of two contacts of a day', () => {
    const weeks = rhythm([call('2026-11-18T02:00:00Z', 'VIDEO'), call('2026-11-18T03:00:00Z')], TODAY)
    expect(weeks.flat().find(day => day.kind)?.kind).toBe('VIDEO')
    expect(contactDays(weeks)).toBe(1)
  })

  it('speak of a rhythm only when something happened twice', () => {
    expect(favouriteWeekdays(rhythm([call('2026-11-18T02:00:00Z')], TODAY))).toEqual([])
    const often = ['2026-11-18', '2026-11-11', '2026-11-15', '2026-11-08', '2026-11-01', '2026-10-16']
    expect(favouriteWeekdays(rhythm(often.map(day => call(`${day}T02:00:00Z`)), TODAY))).toEqual([2, 6])
  })
})
