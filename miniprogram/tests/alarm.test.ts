// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type InHand, inHand, putAway } from './inHand'
import type { DangerRequest, TieState, TieView } from '@/api/contract'
import { lately, ongoing, saidIn } from '@/features/danger/alarm'

let phone: InHand

async function open(childId?: number) {
  const { useAlarm } = await import('@/features/danger/useAlarm')
  return phone.open(() => useAlarm(childId))
}

const sent = () => phone.posted('/api/phone/dangers')
const bodies = () => sent().map(({ data }) => data as DangerRequest)
const keys = () => new Set(sent().map(({ header }) => header['Idempotency-Key']))

beforeEach(async () => {
  phone = await inHand('2026-11-22T02:26:00Z')
  phone.answers['POST /api/phone/dangers'] = { id: 5 }
  phone.answers['GET /api/phone/dangers/5'] = { id: 5, state: 'WAITING', shownTo: [] }
})

afterEach(() => putAway(phone))

describe('an alarm', () => {
  it('goes out once, however often the button is pressed', async () => {
    const alarm = await open(7)
    alarm.say({ kind: 'MISSING' })
    await Promise.all([alarm.report(), alarm.report(), alarm.report()])
    await phone.later(1000)
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toMatchObject({ kind: 'MISSING', childId: 7, discoveredAt: '2026-11-22T02:26:00.000Z' })
  })

  it('stays within reach of somebody whose last tie has ended, and of nobody who never had one', async () => {
    const { createPinia, setActivePinia } = await import('pinia')
    setActivePinia(createPinia())
    const { useSession } = await import('@/features/session/useSession')
    const session = phone.open(() => useSession())
    const tie = (state: TieState): TieView => ({ id: 1, kind: 'CADRE_FAMILY', state })
    for (const [state, near] of [['CONFIRMED', true], ['REVOKED', true], ['REQUESTED', false], ['REFUSED', false]] as const) {
      session.know([tie(state)])
      expect(session.nearAChild, state).toBe(near)
    }
    session.know([tie('REVOKED')])
    expect(session.mayPromise).toBe(false)
  })

  it('is not sent by a tap on what happened alone, and is on the phone from that tap on', async () => {
    const alarm = await open()
    alarm.say({ kind: 'ACCIDENT' })
    await phone.later(300_000)
    expect(sent()).toEqual([])
    expect(alarm.kept.value?.state).toBe('WRITING')
  })

  it('adds what is said later under the same key', async () => {
    const alarm = await open()
    alarm.say({ kind: 'ACCIDENT' })
    await alarm.report()
    alarm.say({ words: '在河边' })
    await alarm.report()
    await phone.later(1000)
    expect(keys().size).toBe(1)
    expect(bodies().at(-1)).toMatchObject({ kind: 'ACCIDENT', words: '在河边', reportedAt: bodies()[0]!.reportedAt })
  })

  it('does not wait for another tap to say which child it is', async () => {
    const alarm = await open()
    alarm.say({ kind: 'MISSING' })
    await alarm.report()
    alarm.say({ childId: 7 })
    await phone.later(1000)
    expect(keys().size).toBe(1)
    expect(bodies().at(-1)).toMatchObject({ kind: 'MISSING', childId: 7 })
  })

  it('keeps itself without a signal and arrives once afterwards', async () => {
    const alarm = await open()
    phone.wechat.connect(false)
    alarm.say({ kind: 'MISSING' })
    await alarm.report()
    await phone.later(60_000)
    expect(alarm.kept.value?.state).toBe('WAITING')
    phone.wechat.connect(true)
    await phone.later(600_000)
    expect(alarm.kept.value?.state).toBe('SENT')
    expect(keys().size).toBe(1)
  })

  it('follows a call to 110 by itself after a minute, even if nothing else was tapped', async () => {
    const alarm = await open()
    alarm.dial('110')
    expect(phone.wechat.dialled).toEqual(['110'])
    await phone.later(59_000)
    expect(sent()).toEqual([])
    await phone.later(2_000)
    expect(bodies()).toMatchObject([{ kind: 'OTHER', calledPolice: true }])
  })

  it('follows a call when the page is left, and when the phone died during the call', async () => {
    const first = await open()
    first.dial('110')
    phone.close()
    await phone.later(1000)
    expect(bodies()).toHaveLength(1)

    const second = await open()
    second.dial('110')
    phone.restart()
    const { wakeUp } = await import('@/outbox/useOutbox')
    await wakeUp()
    await phone.later(1000)
    expect(bodies()).toHaveLength(2)
    expect(keys().size).toBe(2)
  })

  it('sends what an earlier edition had given up', async () => {
    const { sheets, wakeUp } = await import('@/outbox/useOutbox')
    const alarm = await open(7)
    alarm.say({ kind: 'MISSING' })
    sheets.write({ ...alarm.kept.value!, state: 'STOPPED', stop: { code: 'ROLE_MAY_NOT', title: '' } })
    await wakeUp()
    await phone.later(1000)
    expect(bodies()).toMatchObject([{ kind: 'MISSING', childId: 7 }])
    expect(alarm.kept.value).toMatchObject({ state: 'SENT' })
    expect(alarm.kept.value?.stop).toBeUndefined()
  })

  it('does not take a call to a station for a report', async () => {
    const alarm = await open()
    alarm.dial('0817-0000000')
    await phone.later(120_000)
    expect(sent()).toEqual([])
  })

  it('says who has it as soon as somebody has', async () => {
    const alarm = await open()
    alarm.say({ kind: 'MISSING' })
    await alarm.report()
    await phone.later(1000)
    expect(alarm.view.value?.acceptedBy).toBeUndefined()
    phone.answers['GET /api/phone/dangers/5'] = { id: 5, state: 'ACCEPTED', shownTo: [], acceptedBy: '李萍' }
    await phone.later(11_000)
    expect(alarm.view.value?.acceptedBy).toBe('李萍')
  })
})

describe('an alarm', () => {
  it('stays on the first page for a day once it has gone out', () => {
    const at = '2026-11-22T02:26:00.000Z'
    const alarm = { key: 'a', kind: 'DANGER', state: 'SENT', who: '', photos: [], begunAt: at, tries: 1,
      content: { kind: 'MISSING', discoveredAt: at, reportedAt: at } } as const
    const later = { ...alarm, key: 'b', photos: [], content: { ...alarm.content, reportedAt: '2026-11-22T03:00:00.000Z' } }
    expect(lately([later, { ...alarm, photos: [] }], Date.parse(at) + 7_200_000)?.key).toBe('b')
    expect(lately([{ ...alarm, photos: [] }], Date.parse(at) + 86_500_000)).toBeUndefined()
    expect(lately([{ ...alarm, photos: [], state: 'WRITING' }], Date.parse(at) + 60_000)).toBeUndefined()
  })

  it('is gone on with for half an hour, and until it is sent', () => {
    const at = '2026-11-22T02:26:00.000Z'
    const alarm = { key: 'a', kind: 'DANGER', state: 'SENT', who: '', photos: [], begunAt: at, tries: 1,
      content: { kind: 'MISSING', discoveredAt: at, reportedAt: at } } as const
    expect(ongoing([{ ...alarm, photos: [] }], Date.parse(at) + 60_000)?.key).toBe('a')
    expect(ongoing([{ ...alarm, photos: [] }], Date.parse(at) + 1_900_000)).toBeUndefined()
    expect(ongoing([{ ...alarm, photos: [], state: 'WRITING' }], Date.parse(at) + 1_900_000)?.key).toBe('a')
    expect(saidIn({ ...alarm, photos: [] })).toMatchObject({ kind: 'MISSING' })
  })
})
