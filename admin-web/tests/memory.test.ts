import { beforeEach, describe, expect, it } from 'vitest'
import type { ItemView } from '@generated/schema'
import { forget, recent, remember as pair, undoable } from '@/pairing/recent'
import { remember, settled } from '@/work/opened'
import { way } from '@/work/way'

const item = (id: number, more: Partial<ItemView> = {}) =>
  ({ id, kind: 'UNCOVERED', text: '还没有着落', action: { code: 'PAIR', label: '给孩子配一家' }, child: { id: 5, name: '邓○○', sex: 'FEMALE', age: 9 }, ...more }) as ItemView

describe('what somebody went off to do', () => {
  beforeEach(() => sessionStorage.clear())

  it('is said to be done once it has gone from the list, and only once', () => {
    remember(item(1))
    remember(item(2))
    expect(settled((id) => id === 2)).toEqual(['没有着落：邓○○，9 岁女孩'])
    expect(settled((id) => id === 2)).toEqual([])
  })
})

describe('the button of an item', () => {
  const to = (name: string, query = {}, params = {}) => ({ name, query, params })

  it('leads to where it is put right', () => {
    expect(way(item(1), to)).toEqual(to('pairing', { child: 5 }))
    expect(way(item(1, { action: { code: 'REPLACE', label: '换一家' } }), to)).toEqual(to('pairing', { child: 5 }))
    expect(way(item(1, { action: { code: 'END', label: '结束这次结对' } }), to)).toEqual(to('child', { do: 'end' }, { id: 5 }))
    expect(way(item(1, { action: { code: 'SCREEN', label: '补查询' }, child: undefined, familyId: 8 }), to)).toEqual(to('family', {}, { id: 8 }))
  })
})

describe('a pairing made a moment ago', () => {
  it('can be taken back for ten minutes', () => {
    pair(7, '邓○○', '蒋家')
    const until = recent.all[0]?.until ?? 0
    expect(undoable(until - 1)).toHaveLength(1)
    expect(undoable(until)).toHaveLength(0)
    forget(7)
    expect(recent.all).toEqual([])
  })
})
