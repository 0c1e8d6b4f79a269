import { describe, expect, it } from 'vitest'
import { memory } from './memory'
import { Drafts, emptyDraft, reopened, sealed, toggled, unanswered, type VisitDraft } from '@/features/visit/draft'

const NOW = new Date('2026-11-22T02:26:00Z')
const written: VisitDraft = {
  childIds: [7],
  visitedOn: '2026-11-22',
  met: ['CHILD', 'GRANDPARENT'],
  topics: ['DROWNING'],
  condition: 'SO_SO',
  note: '  作业写得好 ',
  difficulty: '棉鞋小了',
  photos: ['yard'],
}

describe('a visit draft', () => {
  it('knows who and when, and nothing that only a witness knows', () => {
    const draft = emptyDraft(7, '2026-11-22')
    expect(draft).toMatchObject({ childIds: [7], visitedOn: '2026-11-22', met: [], topics: [] })
    expect(draft.condition).toBeUndefined()
    expect(unanswered(draft)).toEqual(['met', 'condition'])
  })

  it('is found again for its child after a restart', () => {
    const store = memory()
    new Drafts(store).save(7, written)
    expect(new Drafts(store).of(7)).toEqual(written)
    expect(new Drafts(store).of(8)).toBeUndefined()
    new Drafts(store).discard(7)
    expect(new Drafts(store).of(7)).toBeUndefined()
  })

  it('is complete without a topic, a note or a photo', () => {
    expect(unanswered({ ...emptyDraft(7, '2026-11-22'), met: ['CHILD'], condition: 'WELL' })).toEqual([])
  })

  it('is sealed with trimmed words and its photos', () => {
    const letter = sealed(written, 'key', '走访小满', NOW)
    expect(letter.visit).toMatchObject({ note: '作业写得好', difficulty: '棉鞋小了', condition: 'SO_SO' })
    expect(letter.photos).toEqual([{ file: 'yard' }])
    expect(letter.savedAt).toBe('2026-11-22T02:26:00.000Z')
  })

  it('leaves the difficulty out when all is well after all', () => {
    expect(sealed({ ...written, condition: 'WELL' }, 'key', '', NOW).visit).not.toHaveProperty('difficulty')
  })

  it('is not sealed without the answer how the child is', () => {
    expect(() => sealed({ ...written, condition: undefined }, 'key', '', NOW)).toThrow()
  })

  it('opens again after a refusal with everything that was in it', () => {
    expect(reopened(sealed({ ...written, note: 'x' }, 'key', '', NOW))).toEqual({ ...written, note: 'x' })
  })

  it('toggles an answer', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  })
})
