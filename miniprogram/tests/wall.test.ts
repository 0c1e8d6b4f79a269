import { describe, expect, it } from 'vitest'
import type { WishState, WishView } from '@/api/contract'
import { openOnes, promises, wall } from '@/features/wish/wall'

function wish(id: number, state: WishState, mine = false): WishView {
  return { id, alias: '小溪', ageBand: '8～9 岁', kind: 'THING', what: '一双雨鞋', why: '鞋会湿', state, mine, ofMyChild: false, townshipName: '金宝镇' }
}

const all = [wish(1, 'FULFILLED', true), wish(2, 'CLAIMED'), wish(3, 'OPEN'), wish(4, 'ARRANGED', true), wish(5, 'PROPOSED'), wish(6, 'CANCELLED')]

describe('the wall of wishes', () => {
  it('shows promises to keep first, then what is open, then what was kept, and nothing of others', () => {
    expect(wall(all).map(one => one.id)).toEqual([4, 3, 1])
  })

  it('counts what waits for somebody', () => {
    expect(openOnes(all)).toBe(1)
  })

  it('says on the first page what was promised, the nearest day first', () => {
    const far = { ...wish(7, 'ARRANGED', true), deliverBy: '2026-12-20' }
    const near = { ...wish(8, 'CLAIMED', true), arrangeBy: '2026-12-01' }
    expect(promises([...all.slice(0, 3), far, near]).map(one => one.id)).toEqual([8, 7])
  })
})
