import { describe, expect, it } from 'vitest'
import { NOW, refusal } from './fakes'
import type { Call } from '@/api/client'
import type { ChildWishView, WishState } from '@/api/contract'
import { current, wishBegun } from '@/features/wish/wall'
import { deliver } from '@/outbox/deliver'
import { begun } from '@/outbox/sheet'

const CONTENT = { childId: 7, kind: 'THING' as const, what: '一双雨鞋', why: '鞋会湿' }

function wish(what: string, state: WishState = 'PROPOSED'): ChildWishView {
  return { id: 5, kind: 'THING', what, why: '鞋会湿', state }
}

function way(known: ChildWishView[]) {
  const asked: string[] = []
  const call = (async (operation: string) => {
    asked.push(operation)
    if (operation.startsWith('POST')) throw refusal(409, 'ALREADY_THERE')
    return known
  }) as unknown as Call
  return { asked, call, upload: async () => 0 }
}

function proposed(known: ChildWishView[]) {
  return deliver(way(known), begun('WISH', 'k', '小满', CONTENT, new Date(NOW)), () => {})
}

describe('a wish that travels twice', () => {
  it('has arrived when the same words are there already', async () => {
    expect(await proposed([wish('一双雨鞋')])).toBe(5)
  })

  it('is refused when another wish of the child is open', async () => {
    await expect(proposed([wish('一本字典')])).rejects.toThrow('ALREADY_THERE')
    await expect(proposed([wish('一双雨鞋', 'OPEN')])).rejects.toThrow('ALREADY_THERE')
  })
})

describe('a wish on the phone', () => {
  const sheet = begun('WISH', 'k', '小满', CONTENT, new Date(NOW))

  it('is gone on with until it has left the phone', () => {
    expect(wishBegun([sheet], 7)?.key).toBe('k')
    expect(wishBegun([{ ...sheet, state: 'STOPPED' }], 7)?.key).toBe('k')
    expect(wishBegun([{ ...sheet, state: 'WAITING' }], 7)).toBeUndefined()
    expect(wishBegun([sheet], 8)).toBeUndefined()
  })

  it('is one at a time', () => {
    expect(current([wish('一双雨鞋', 'FULFILLED'), wish('一本字典', 'RETURNED')])?.what).toBe('一本字典')
    expect(current([wish('一双雨鞋', 'CANCELLED')])).toBeUndefined()
  })
})

describe('a hand-over', () => {
  const arrival = { ...begun('ARRIVAL', 'k', '小满', { wishId: 5, childId: 7, on: '2026-11-22' }, new Date(NOW)), photos: [{ file: 'lamp' }] }

  function line(upload: () => Promise<number>) {
    const sent: unknown[] = []
    const call = (async (_: string, options: { body?: unknown }) => (sent.push(options.body), wish('灯', 'FULFILLED'))) as unknown as Call
    return { sent, way: { call, upload } }
  }

  it('takes its picture along', async () => {
    const { sent, way: to } = line(async () => 31)
    await deliver(to, arrival, () => {})
    expect(sent).toEqual([{ on: '2026-11-22', photoId: 31 }])
  })

  it('is worth more than a picture the phone has lost', async () => {
    const { sent, way: to } = line(async () => { throw refusal(410, 'FILE_NOT_THERE') })
    await deliver(to, arrival, () => {})
    expect(sent).toEqual([{ on: '2026-11-22' }])
  })
})
