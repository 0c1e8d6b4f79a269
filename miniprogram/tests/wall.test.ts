import { describe, expect, it } from 'vitest'
import type { WishState, WishView } from '@/api/contract'
import { openOnes, wall } from '@/features/wish/wall'

const wish = (id: number, state: WishState, mine = false): WishView =>
  ({ id, alias: '小帆船', ageBand: '9～10 岁', what: '一双棉雨鞋', why: '', state, mine, townshipName: '金宝镇' })

describe('the wall of wishes', () => {
  it('shows open wishes, then one\'s own, then taken ones, and nothing else', () => {
    const shown = wall([wish(1, 'CLAIMED'), wish(2, 'OPEN'), wish(3, 'CLAIMED', true), wish(4, 'PROPOSED'), wish(5, 'CLOSED')])
    expect(shown.map(one => one.id)).toEqual([2, 3, 1])
    expect(openOnes(shown)).toBe(1)
  })
})
