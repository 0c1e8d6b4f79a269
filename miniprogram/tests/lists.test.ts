import { describe, expect, it } from 'vitest'
import { openQuestion } from '@/features/child/questions'
import { stillOpen, toConfirm } from '@/features/confirm/confirm'
import { spaced, tidied } from '@/features/membership/invitation'
import type { DutyDeed } from '@/api/contract'
import { byChild, inOrder, isDue, isVisit } from '@/features/round/round'
import { begun } from '@/outbox/sheet'

describe('what waits for one tap', () => {
  const visits = [{ id: 3, visitedOn: '2026-11-20', as: 'CADRE_FAMILY', by: '谢家', childIds: [7, 8] } as const].map(one => ({ ...one, childIds: [...one.childIds] }))
  const contacts = [{ id: 3, childId: 7, petName: '小满', by: '父亲', contactedAt: '2026-11-18T16:30:00Z', kind: 'VIDEO' as const }]

  it('stands in one list, oldest first, in words one would say', () => {
    expect(toConfirm(visits, contacts, [{ id: 7, petName: '小满' }, { id: 8, petName: '小海' }]).map(one => one.text)).toEqual([
      '父亲 11 月 19 日和小满视频过',
      '谢家 11 月 20 日来看过小满、小海',
    ])
    expect(toConfirm(visits, [], [])[0]?.text).toContain('来看过孩子')
  })

  it('is gone with the tap, and back when the server would not have it', () => {
    const asked = toConfirm(visits, contacts, [])
    const tapped = begun('CONFIRMATION', 'k', '', { of: 'VISIT', id: 3, asTold: true }, new Date(0))
    expect(stillOpen(asked, [{ ...tapped, state: 'WAITING' }]).map(one => one.of)).toEqual(['CONTACT'])
    expect(stillOpen(asked, [{ ...tapped, state: 'STOPPED' }])).toHaveLength(2)
  })
})

describe('a question about a visit', () => {
  const remark = (id: number, kind: 'QUESTION' | 'ANSWER' | 'THANKS', at: string) => ({ id, kind, at, by: '', mine: false })

  it('is open until it is answered, and only for who went', () => {
    const asked = [remark(1, 'QUESTION', '2026-11-01'), remark(3, 'THANKS', '2026-11-03')]
    expect(openQuestion({ mine: true, remarks: asked })?.id).toBe(1)
    expect(openQuestion({ mine: false, remarks: asked })).toBeUndefined()
    expect(openQuestion({ mine: true, remarks: [remark(2, 'ANSWER', '2026-11-02'), ...asked] })).toBeUndefined()
    expect(openQuestion({ mine: true, remarks: [] })).toBeUndefined()
  })
})

describe('what is owed', () => {
  const duty = (id: number, deed: DutyDeed, clause: string) => ({
    child: { id, as: 'CHILD_DIRECTOR' as const, petName: '小满', age: 9, sex: 'FEMALE', villageName: '石桥村' },
    deed, clause, text: '该去看看了', title: '', until: '2026-12-01', overdue: false, efforts: 0,
  })

  it('is gathered by child, in the order in which the server puts the children', () => {
    const owed = byChild([duty(7, 'VISIT', 'GD-21'), duty(3, 'UPDATE', 'SV-14'), duty(7, 'UPDATE', 'SV-14')])
    expect([...owed.keys()]).toEqual([7, 3])
    expect(owed.get(7)?.map(one => one.clause)).toEqual(['GD-21', 'SV-14'])
  })

  it('sends somebody to a home only where it is done there', () => {
    expect([duty(7, 'VISIT', ''), duty(7, 'CARE_ACTIVITY', ''), duty(7, 'UPDATE', ''), duty(7, 'CONTACT', '')].map(isVisit)).toEqual([true, true, false, false])
  })
})

describe('the round', () => {
  it('begins with whom nobody has visited', () => {
    const children = [{ id: 1, lastVisitOn: '2026-11-02' }, { id: 3 }, { id: 2 }, { id: 4, lastVisitOn: '2026-09-02' }]
    expect(inOrder(children).map(child => child.id)).toEqual([2, 3, 4, 1])
  })

  it('is due after a month', () => {
    expect(isDue({}, '2026-11-22')).toBe(true)
    expect(isDue({ lastVisitOn: '2026-10-23' }, '2026-11-22')).toBe(true)
    expect(isDue({ lastVisitOn: '2026-10-24' }, '2026-11-22')).toBe(false)
  })
})

describe('an invitation', () => {
  it('is read four by four and typed in any way', () => {
    expect(spaced('ABCD2345EFGH')).toBe('ABCD 2345 EFGH')
    expect(tidied(' abcd-2345 efgh')).toBe('ABCD2345EFGH')
  })
})
