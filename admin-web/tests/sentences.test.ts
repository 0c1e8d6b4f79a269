import { describe, expect, it } from 'vitest'
import type { CoverageView, FactView, ItemView, MonthView, UnitLinkView } from '@generated/schema'
import { purposeName, subjectName } from '@/audit/words'
import { daysOf, factsOf, monthsAway } from '@/children/facts'
import { mostGap, movedSince, refreshOf } from '@/coverage/sentence'
import { joinLinks } from '@/helper/links'
import { clock } from '@/shared/words'
import { age, childName } from '@/work/words'

const part = (name: string, uncovered: number) => ({ division: { code: name, name, level: 'VILLAGE' }, uncovered })
const months = (...uncovered: (number | null)[]): MonthView[] =>
  uncovered.map((one, index) => ({ month: `2026-${String(index + 1).padStart(2, '0')}`, on: `2026-${String(index + 1).padStart(2, '0')}-28`, uncovered: one ?? 0, eligible: one === null ? 0 : 100 }))

describe('the second line of the headline', () => {
  it('names the three places with most of the gap, and nothing when they are all of it', () => {
    const coverage = { uncovered: 20, parts: [part('甲村', 8), part('乙村', 6), part('丙村', 4), part('丁村', 2)] } as CoverageView
    expect(mostGap(coverage)).toBe('甲村、乙村、丙村占 18 名。')
    expect(mostGap({ uncovered: 8, parts: [part('甲村', 8)] } as CoverageView)).toBe('')
  })
})

describe('the series', () => {
  it('says how the gap moved since anybody was on file', () => {
    expect(movedSince(months(null, null, 41, 12))).toBe('比 3 月末少 29 名。')
    expect(movedSince(months(5, 5))).toBe('和 1 月末一样多。')
    expect(movedSince(months(null, 5))).toBe('')
  })

  it('tells what the refresh of March did, if there was anything before it', () => {
    expect(refreshOf(months(44, 38, 12))).toEqual({ at: 2, text: '集中结对，降到 12 名' })
    expect(refreshOf(months(4, 3, 12))).toEqual({ at: 2, text: '更新后 12 名没有着落' })
    expect(refreshOf(months(null, null, 12))).toBeUndefined()
    expect(refreshOf(months(4, 3))).toBeUndefined()
  })
})

describe('a work item', () => {
  it('names the child as the server masked it', () => {
    const child = { id: 1, name: '邓○○', sex: 'FEMALE', age: 9 } as NonNullable<ItemView['child']>
    expect(childName(child)).toBe('邓○○，9 岁女孩')
    expect([age(0), age(12)]).toEqual(['今天', '12 天'])
  })
})

describe('facts of a parent', () => {
  const away = (since?: string, until?: string) => ({ kind: 'FATHER', label: '父亲', content: 'WORKING_AWAY', since, until }) as FactView

  it('count whole months away up to the end or to today', () => {
    expect(monthsAway(away('2026-01-31'), '2026-03-30')).toBe(1)
    expect(monthsAway(away('2025-11-15', '2026-02-15'), '2026-06-01')).toBe(3)
    expect(monthsAway(away('2026-01-01', '2026-12-31'), '2026-02-01')).toBe(1)
    expect(monthsAway(away(), '2026-02-01')).toBeUndefined()
  })

  it('say their days, and that none were written', () => {
    expect(daysOf(away('2026-01-01'))).toBe('2026-01-01 起，到现在')
    expect(daysOf(away('2026-01-01', '2026-02-01'))).toBe('2026-01-01 起，到 2026-02-01 止')
    expect(daysOf(away())).toBe('没写哪天起')
  })

  it('stand in their group, without those taken back', () => {
    const facts = [away('2026-01-01'), { ...away('2025-01-01'), correctedAt: '2026-01-02T10:00:00' }, { kind: 'DECLARED', label: '花名册上写的' } as FactView]
    expect(factsOf(facts, 'parents')).toHaveLength(1)
    expect(factsOf(facts, 'declared')).toHaveLength(1)
  })
})

describe('links of a unit', () => {
  it('that were written anew on the day they ended are one', () => {
    const link = (code: string, startsOn: string, endsOn?: string): UnitLinkView => ({ code, name: code, supported: false, startsOn, endsOn })
    expect(joinLinks([link('甲', '2026-03-01'), link('甲', '2026-01-01', '2026-03-01'), link('乙', '2026-01-01', '2026-03-01')])).toEqual([
      link('乙', '2026-01-01', '2026-03-01'),
      link('甲', '2026-01-01'),
    ])
  })
})

describe('the audit in words', () => {
  it('says purposes and subjects, and keeps no code word', () => {
    expect(purposeName('OTHER 送药')).toBe('其他：送药')
    expect(purposeName('VISIT')).toBe('走访联系')
    expect(purposeName('plan:7')).toBe('一起安排 7')
    expect(subjectName('audit-chain')).toBe('核对记录')
  })
})

describe('a moment', () => {
  it('is of today or of a day', () => {
    expect(clock('2026-11-22T06:10:00', '2026-11-22')).toBe('今天 06:10')
    expect(clock('2026-11-20T06:10:00', '2026-11-22')).toBe('11 月 20 日 06:10')
  })
})
