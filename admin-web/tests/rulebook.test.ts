import { describe, expect, it } from 'vitest'
import type { BookView, ClauseView, CoverageView } from '@generated/schema'
import { bookOf, isClause } from '@/rulebook/books'
import { findSentence } from '@/rulebook/sentence'
import { verdictsOf } from '@/rulebook/verdicts'

describe('a sentence in its document', () => {
  const document = ['（三）结对机制', '结对对象的1-3类儿童要确保至少有一户,原则上 同一户帮扶;其余另定。']

  it('is found whatever the width of commas and the spaces', () => {
    expect(findSentence(document, '要确保至少有一户，原则上同一户帮扶')).toEqual({
      index: 1,
      marked: { before: '结对对象的1-3类儿童', sentence: '要确保至少有一户,原则上 同一户帮扶', after: ';其余另定。' },
    })
  })

  it('is not found where it does not stand, nor when there is nothing to find', () => {
    expect(findSentence(document, '不在这里')).toBeUndefined()
    expect(findSentence(document, '')).toBeUndefined()
    expect(findSentence([], '要确保')).toBeUndefined()
  })
})

describe('what a verdict is called by', () => {
  it('is a clause of a document or a local setting', () => {
    expect([isClause('JB-24'), isClause('LAW-23'), isClause('容量'), isClause('每年查询')]).toEqual([true, true, false, false])
    expect(bookOf('JB-24')).toBe('JB')
  })
})

describe('the verdicts of a clause', () => {
  const coverage = {
    categories: [{ code: '2', name: '事实无人抚养儿童', clause: 'JB-08', eligible: 19, covered: 4 }],
    reasons: [{ reason: 'HELPER_LEFT', clause: 'JB-31', count: 3 }],
    girls: { eligible: 60, withFemaleCadre: 50, without: 10, turningEight: 1, clause: 'JB-24' },
    byAreaDuty: 12,
  } as CoverageView
  const book = { categories: [{ code: '2', name: '事实无人抚养儿童', clauses: ['JB-08', 'JB-09'] }] } as BookView
  const work = [{ kind: 'HELPER_LEFT' as const, items: 3, oldestDays: 2, clauses: [{ clause: 'JB-31', items: 3 }], action: { code: 'PAIR' as const, label: '给孩子配一家' } }]
  const of = (id: string) => verdictsOf({ id } as ClauseView, book, coverage, work)

  it('are the children of the category it defines, also in part', () => {
    expect(of('JB-09')).toEqual([{ count: 19, text: '名孩子算“事实无人抚养儿童”', filter: { which: 'ELIGIBLE', category: '2' } }])
  })

  it('are the reasons and the work items that name it', () => {
    expect(of('JB-31').map((one) => [one.count, one.kind ?? one.filter?.reason])).toEqual([
      [3, 'HELPER_LEFT'],
      [3, 'HELPER_LEFT'],
    ])
  })

  it('are girls with and without a female cadre', () => {
    expect(of('JB-24').map((one) => one.count)).toEqual([50, 10])
  })

  it('are none where nothing was judged by it', () => {
    expect(of('JB-62')).toEqual([])
  })
})
