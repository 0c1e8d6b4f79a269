import { describe, expect, it } from 'vitest'
import { draftFor, emptyVisit, finished, toggled, unanswered } from '@/features/visit/draft'
import type { PlainNeed } from '@/api/contract'
import type { VisitContent } from '@/outbox/sheet'

const NOW = new Date('2026-11-22T02:26:00Z')
const empty = () => emptyVisit('key', 7, 'CADRE_FAMILY', '小满', '2026-11-22', NOW)
const written: VisitContent = {
  ...empty().content,
  met: ['CHILD', 'GRANDPARENT'],
  topics: ['DROWNING'],
  condition: 'SO_SO',
  note: '  作业写得好 ',
  difficulty: '棉鞋小了',
}

describe('a visit that begins', () => {
  it('knows who, when and with whom, and nothing that only a witness knows', () => {
    const { content, who } = empty()
    expect(who).toBe('小满')
    expect(content).toEqual({
      childIds: [7], visitedOn: '2026-11-22', met: [], topics: [], went: ['MYSELF'], as: 'CADRE_FAMILY', begunAt: '2026-11-22T02:26:00.000Z',
    })
    expect(unanswered(content)).toEqual(['met', 'condition'])
  })

  it('is found again by its child while it is being written, and no longer', () => {
    const draft = empty()
    expect(draftFor([draft], 7)).toBe(draft)
    expect(draftFor([draft], 8)).toBeUndefined()
    expect(draftFor([{ ...draft, state: 'WAITING' }], 7)).toBeUndefined()
  })
})

describe('a visit', () => {
  it('is complete without a topic, a note or a photo', () => {
    expect(unanswered({ ...empty().content, met: ['CHILD'], condition: 'WELL' })).toEqual([])
  })

  it('asks for a word about what was reported, found difficult or neglected', () => {
    expect(unanswered({ ...written, safety: [{ item: 'GAS', finding: 'REPORTED', words: ' ' }] })).toEqual(['safety'])
    expect(unanswered({ ...written, safety: [{ item: 'GAS', finding: 'FINE' }] })).toEqual([])
    expect(unanswered({ ...written, difficulties: [{ kind: 'MONEY', words: '' }] })).toEqual(['difficulties'])
    expect(unanswered({ ...written, neglect: { by: 'PARENTS', words: '' } })).toEqual(['neglect'])
  })

  it('takes along what a child lacks, once it says what, and of money what for', () => {
    const quilts: PlainNeed = { category: 'GOODS', what: ' 厚棉被 ', purpose: ' ', quantity: 2, measure: '床', untilOn: '2026-12-22' }
    const fees: PlainNeed = { ...quilts, category: 'MONEY', what: '学费' }
    expect(unanswered({ ...written, needs: [{ childId: 7, need: fees }] })).toEqual(['needs'])
    expect(unanswered({ ...written, needs: [{ childId: 7, need: { ...fees, purpose: '交下学期的' } }] })).toEqual([])
    expect(unanswered({ ...written, needs: [{ childId: 7, need: { ...quilts, quantity: Number.NaN } }] })).toEqual(['needs'])
    expect(unanswered({ ...written, needs: [{ childId: 7, need: { ...quilts, what: '' } }] })).toEqual([])
    const sent = finished({ ...written, needs: [{ childId: 7, need: quilts }, { childId: 8, need: quilts }, { childId: 7, need: { ...quilts, what: ' ' } }] }, NOW)
    expect(sent.needs).toEqual([{ childId: 7, need: { category: 'GOODS', what: '厚棉被', quantity: 2, measure: '床', untilOn: '2026-12-22' } }])
    expect(finished({ ...written, needs: [{ childId: 8, need: quilts }] }, NOW)).not.toHaveProperty('needs')
  })

  it('needs only a reason when nobody could be met', () => {
    const tried: VisitContent = { ...empty().content, outcome: 'TRIED' }
    expect(unanswered(tried)).toEqual(['reason'])
    expect(unanswered({ ...tried, missedReason: 'NOBODY_HOME' })).toEqual([])
  })

  it('is sent with trimmed words and nothing empty', () => {
    const sent = finished({ ...written, promises: [{ words: ' ' }], children: [{ childId: 7, facets: [{ facet: 'HOBBY', words: '' }] }] }, NOW)
    expect(sent).toMatchObject({ note: '作业写得好', difficulty: '棉鞋小了', condition: 'SO_SO', savedAt: '2026-11-22T02:26:00.000Z' })
    for (const gone of ['promises', 'children', 'difficulties', 'place', 'outcome']) expect(sent).not.toHaveProperty(gone)
  })

  it('leaves the difficulty out when all is well after all', () => {
    expect(finished({ ...written, condition: 'WELL' }, NOW)).not.toHaveProperty('difficulty')
  })

  it('says nothing of the child when nobody was met, even if something was tapped before', () => {
    const sent = finished({ ...written, outcome: 'TRIED', missedReason: 'AT_SCHOOL', neglect: { by: 'PARENTS', words: 'x' } }, NOW)
    expect(sent).toMatchObject({ outcome: 'TRIED', missedReason: 'AT_SCHOOL', met: [], topics: [] })
    for (const gone of ['condition', 'difficulty', 'neglect']) expect(sent).not.toHaveProperty(gone)
  })

  it('toggles an answer', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  })
})
