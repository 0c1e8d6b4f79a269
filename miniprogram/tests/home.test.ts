import { describe, expect, it } from 'vitest'
import type { HomeChild, TieView, Window, WindowState } from '@/api/contract'
import { byNeed, headline } from '@/features/home/headline'
import { stones } from '@/features/home/stones'
import { tabsFor } from '@/features/session/tabs'

const STARTS = ['2026-01-01', '2026-03-01', '2026-05-01', '2026-07-01', '2026-09-01', '2026-11-01', '2027-01-01']

function year(...states: WindowState[]): Window[] {
  return states.map((state, index) => ({ from: STARTS[index]!, until: STARTS[index + 1]!, state }))
}

const child = (id: number, windows: Window[], more: Partial<HomeChild> = {}): HomeChild => ({
  id,
  as: 'CADRE_FAMILY',
  petName: `小${id}`,
  age: 9,
  sex: 'FEMALE',
  villageName: '石马垭村',
  visitsThisYear: 5,
  windows,
  ...more,
})

const DUE = child(1, year('MET', 'MET', 'MET', 'MET', 'MET', 'DUE'))
const OVERDUE = child(2, year('MET', 'MET', 'MET', 'MET', 'OVERDUE', 'DUE'), { lastVisitOn: '2026-08-03' })
const DONE = child(3, year('MET', 'MET', 'MET', 'MET', 'MET', 'MET'))
const family: TieView = { id: 1, kind: 'CADRE_FAMILY', state: 'CONFIRMED' }

describe('the stones of the year', () => {
  it('show six windows by their last month', () => {
    const path = stones(year('MET', 'NOT_OWED', 'OVERDUE', 'MET', 'DUE', 'AHEAD'))
    expect(path.map(stone => stone.month)).toEqual([2, 4, 6, 8, 10, 12])
    expect(path.map(stone => stone.shape)).toEqual(['DONE', 'NOT_OWED', 'MISSED', 'DONE', 'NOW', 'AHEAD'])
    expect(path.map(stone => stone.place)).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('the headline', () => {
  it('says the last day of the open window', () => {
    expect(headline({ ties: [family], children: [DONE, DUE] })).toMatchObject({ kind: 'DUE', until: '2026-12-31', others: 0 })
  })

  it('puts a missed window before an open one', () => {
    expect(headline({ ties: [family], children: [DUE, OVERDUE] })).toMatchObject({ kind: 'OVERDUE', lastVisitOn: '2026-08-03' })
    expect(byNeed([DONE, DUE, OVERDUE]).map(one => one.id)).toEqual([2, 1, 3])
  })

  it('is content when everything is done', () => {
    expect(headline({ ties: [family], children: [DONE] }).kind).toBe('ALL_DONE')
  })

  it('tells a stranger, a waiting person, a helper and a parent apart', () => {
    const own = child(4, [], { as: 'PARENT' })
    expect(headline({ ties: [], children: [] }).kind).toBe('STRANGER')
    expect(headline({ ties: [{ ...family, state: 'REFUSED' }], children: [] }).kind).toBe('STRANGER')
    expect(headline({ ties: [{ ...family, state: 'REQUESTED' }], children: [] }).kind).toBe('WAITING')
    expect(headline({ ties: [family], children: [] }).kind).toBe('NO_CHILD')
    expect(headline({ ties: [{ ...family, kind: 'VOLUNTEER' }], children: [] }).kind).toBe('HELPER')
    expect(headline({ ties: [{ ...family, kind: 'PARENT' }], children: [own] }).kind).toBe('CONTACT')
  })

  it('tells a caregiver first what waits for a tap', () => {
    const ties: TieView[] = [{ ...family, kind: 'CAREGIVER' }]
    const cared = child(5, [], { as: 'CAREGIVER' })
    expect(headline({ ties, children: [cared], toConfirm: 2 })).toEqual({ kind: 'CONFIRM', count: 2 })
    expect(headline({ ties, children: [cared], toConfirm: 0 }).kind).toBe('CAREGIVER')
  })

  it('leads a director to the next child, after an own pairing that waits', () => {
    const ties: TieView[] = [{ ...family, kind: 'CHILD_DIRECTOR' }]
    const next = { petName: '小海', villageName: '川主宫社区' }
    expect(headline({ ties, children: [] }, next)).toEqual({ kind: 'ROUND', child: next })
    expect(headline({ ties, children: [] }).kind).toBe('ALL_DONE')
    expect(headline({ ties: [...ties, family], children: [DUE] }, next).kind).toBe('DUE')
  })
})

describe('the tabs', () => {
  it('lead only where somebody may go', () => {
    expect(tabsFor(new Set())).toEqual(['HOME', 'ME'])
    expect(tabsFor(new Set(['CADRE_FAMILY']))).toEqual(['HOME', 'VISITS', 'WISHES', 'ME'])
    expect(tabsFor(new Set(['PARENT']))).toEqual(['HOME', 'CONTACT', 'NEWS', 'ME'])
    expect(tabsFor(new Set(['CAREGIVER']))).toEqual(['HOME', 'ME'])
    expect(tabsFor(new Set(['CHILD_DIRECTOR']))).toEqual(['HOME', 'VISITS', 'ME'])
  })

  it('are five at most, whatever somebody is', () => {
    expect(tabsFor(new Set(['CADRE_FAMILY', 'PARENT', 'VOLUNTEER']))).toEqual(['HOME', 'VISITS', 'CONTACT', 'WISHES', 'ME'])
  })
})
