import { describe, expect, it } from 'vitest'
import { countdown, difference, missing, size } from '@/register/words'

const VILLAGE = { code: '511304114222', name: '柿子沟村', state: 'MISSED', eligible: 9, uncovered: 2, reasons: {}, eligibleNow: 9, uncoveredNow: 0 } as const

describe('deadlines in words', () => {
  it('counts the days to a deadline and past it', () => {
    expect(countdown('2026-11-25', '2026-12-10')).toBe('还有 15 天')
    expect(countdown('2026-12-10', '2026-12-10')).toBe('就是今天')
    expect(countdown('2026-12-13', '2026-12-10')).toBe('过了 3 天')
  })

  it('says what a village lacks', () => {
    expect(missing(VILLAGE, '2026-03-31')).toBe('没有人说清点完，2 名没有着落')
    const said = { id: 1, outcome: 'CHANGED', by: 3, byName: '李萍', at: '2026-04-02T09:00:00' } as const
    expect(missing({ ...VILLAGE, said, uncovered: 0 }, '2026-03-31')).toBe('4 月 2 日才清点完')
    expect(missing({ ...VILLAGE, said: { ...said, at: '2026-03-31T23:59:00' }, uncovered: 0 }, '2026-03-31')).toBe('')
  })
})

describe('figures in words', () => {
  it('says by how much a figure differs, and nothing when it does not', () => {
    expect(difference(12, 9)).toBe('多 3')
    expect(difference(9, 12)).toBe('少 3')
    expect(difference(9, 9)).toBe('')
    expect(difference(9, undefined)).toBe('')
  })

  it('rounds sizes the way people read them', () => {
    expect(size(12)).toBe('1 KB')
    expect(size(54_321)).toBe('53 KB')
    expect(size(3_400_000)).toBe('3.2 MB')
  })
})
