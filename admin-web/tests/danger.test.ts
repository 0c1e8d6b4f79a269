import { describe, expect, it } from 'vitest'
import { ago, until } from '@/danger/words'

const NOW = new Date('2026-11-22T10:26:30').getTime()

describe('a report of danger', () => {
  it('says how long ago it came in, in the largest unit', () => {
    expect(ago('2026-11-22T10:26:00.120', NOW)).toBe('刚刚')
    expect(ago('2026-11-22T10:19:00', NOW)).toBe('7 分钟前')
    expect(ago('2026-11-22T07:00:00', NOW)).toBe('3 小时前')
    expect(ago('2026-11-19T10:00:00', NOW)).toBe('3 天前')
  })

  it('says what happens when nobody takes it up, and never a time that has passed', () => {
    expect(until({ acceptBy: '2026-11-22T10:34:00', level: 'COUNTY' }, NOW)).toBe('7 分钟后报到市里')
    expect(until({ acceptBy: '2026-11-22T10:26:40', level: 'CITY' }, NOW)).toBe('马上报到省里')
    expect(until({ acceptBy: '2026-11-22T09:00:00', level: 'PROVINCE' }, NOW)).toBe('马上再提醒一次')
  })
})
