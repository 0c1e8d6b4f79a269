// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { type InHand, inHand, putAway } from './inHand'
import type { VisitRequest } from '@/api/contract'

let phone: InHand

async function open(childId = 7, key?: string) {
  const { useVisitDraft } = await import('@/features/visit/useVisitDraft')
  return phone.open(() => useVisitDraft(childId, key))
}

async function sheets() {
  const { holder } = await import('@/keeping')
  await holder.wake()
  return (await import('@/outbox/useOutbox')).sheets.of('VISIT')
}

const child = { id: 7, as: 'CADRE_FAMILY', petName: '小满', sex: 'FEMALE', villageName: '石马垭村', windows: [], visitsThisYear: 1, age: 9 }

beforeEach(async () => {
  phone = await inHand('2026-11-22T02:26:00Z')
  phone.answers['POST /api/phone/visits'] = { id: 1 }
  const { copies } = await import('@/keeping')
  copies.put('home', { today: '2026-11-22', ties: [], children: [child, { ...child, id: 8, petName: '小海' }] })
})

afterEach(() => putAway(phone))

describe('the page of a visit', () => {
  it('keeps nothing before something is answered, and everything from the first letter on', async () => {
    const { sheet } = await open()
    expect(await sheets()).toEqual([])
    sheet.content.note = '作'
    expect((await sheets())[0]?.content.note).toBe('作')
    sheet.content.note = '作业'
    expect((await sheets())[0]?.content.note).toBe('作业')
  })

  it('finds the draft after a restart, for its child only', async () => {
    const first = await open()
    first.sheet.content.met = ['GRANDPARENT']
    phone.restart()
    await sheets()
    expect((await open()).sheet.content.met).toEqual(['GRANDPARENT'])
    expect((await open(8)).sheet.content.met).toEqual([])
  })

  it('says that a draft is of another day, and begins anew without a trace', async () => {
    const first = await open()
    first.sheet.content.note = '昨天的'
    const { key } = first.sheet
    await phone.later(86_400_000)
    const { begunEarlier, sheet, startAnew } = await open()
    expect(begunEarlier.value).toBe('2026-11-22')
    startAnew()
    expect(begunEarlier.value).toBeUndefined()
    expect(sheet.content).toMatchObject({ visitedOn: '2026-11-23' })
    expect(sheet.content.note).toBeUndefined()
    expect(sheet.key).not.toBe(key)
    expect(await sheets()).toEqual([])
  })

  it('is saved once with two taps, and a page left open afterwards brings nothing back', async () => {
    const { sheet, save } = await open()
    Object.assign(sheet.content, { met: ['CHILD'], condition: 'WELL' })
    expect([save(), save()]).toEqual([true, true])
    await phone.later(1000)
    sheet.content.note = 'x'
    await nextTick()
    expect(phone.posted('/api/phone/visits')).toHaveLength(1)
    expect(phone.posted('/api/phone/visits')[0]?.data).toMatchObject({ met: ['CHILD'], as: 'CADRE_FAMILY' } satisfies Partial<VisitRequest>)
    expect((await sheets()).map(one => one.state)).toEqual(['SENT'])
  })

  it('names what is missing only after it was asked to save', async () => {
    const { open: missing, save } = await open()
    expect(missing.value).toEqual([])
    expect(save()).toBe(false)
    expect(missing.value).toEqual(['met', 'condition'])
    expect(phone.posted('/api/phone/visits')).toEqual([])
  })

  it('says that the phone is full and keeps what is on the page', async () => {
    const { sheet, full, save } = await open()
    Object.assign(sheet.content, { met: ['CHILD'], condition: 'WELL' })
    const write = phone.wechat.wx.setStorageSync
    phone.wechat.wx.setStorageSync = () => {
      throw new Error('exceed storage max size 10M')
    }
    sheet.content.note = '写不下'
    expect(full.value).toBe(true)
    expect(save()).toBe(false)
    phone.wechat.wx.setStorageSync = write
    expect(save()).toBe(true)
    await phone.later(1000)
    expect(phone.posted('/api/phone/visits')[0]?.data).toMatchObject({ note: '写不下' })
  })

  it('files a second copy when the pen rests, and asks when another phone has written since', async () => {
    phone.answers['PUT /api/phone/drafts/x'] = undefined
    const { sheet, elsewhere } = await open()
    sheet.content.note = '一'
    await phone.later(4_000)
    sheet.content.note = '一二'
    await phone.later(4_000)
    expect(phone.wechat.sent.filter(({ method }) => method === 'PUT')).toHaveLength(0)
    await phone.later(5_000)
    const filed = phone.wechat.sent.filter(({ method }) => method === 'PUT')
    expect(filed).toHaveLength(1)
    expect(filed[0]?.path).toBe(`/api/phone/drafts/${sheet.key}`)
    expect((filed[0]?.data as { content: string }).content).toContain('一二')
    expect(elsewhere.value).toBe(false)
  })
})
