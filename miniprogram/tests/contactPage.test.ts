// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type InHand, inHand, putAway } from './inHand'

let phone: InHand

async function open() {
  const { useContact } = await import('@/features/contact/useContact')
  return phone.open(() => useContact(7, '小满'))
}

const sent = () => phone.posted('/api/phone/contacts')

beforeEach(async () => {
  phone = await inHand('2026-11-22T04:18:00Z')
  phone.answers['POST /api/phone/contacts'] = { id: 9 }
  phone.answers['GET /api/phone/contacts'] = []
})

afterEach(() => putAway(phone))

describe('a call recorded in two taps', () => {
  it('is shown at once and sent when it can no longer be taken back', async () => {
    const { weeks, record, last } = await open()
    record('VIDEO', 'MEDIUM')
    expect(weeks.value.flat().find(day => day.kind)?.day).toBe('2026-11-22')
    await phone.later(9_000)
    expect(sent()).toEqual([])
    await phone.later(2_000)
    expect(last.value).toBeUndefined()
    expect(sent().map(({ data }) => data)).toMatchObject([{ childId: 7, kind: 'VIDEO', length: 'MEDIUM' }])
  })

  it('is as if it had never been when it is taken back in time', async () => {
    const { weeks, record, undo } = await open()
    record('PHONE', 'SHORT')
    await phone.later(5_000)
    await undo()
    await phone.later(60_000)
    expect(sent()).toEqual([])
    expect(weeks.value.flat().every(day => day.kind === undefined)).toBe(true)
  })

  it('takes along how it went', async () => {
    const { record, say } = await open()
    record('PHONE', 'SHORT')
    say({ mood: 'GLAD' })
    say({ mood: 'GLAD', words: '长高了' })
    await phone.later(11_000)
    expect(sent().map(({ data }) => data)).toMatchObject([{ mood: 'GLAD', words: '长高了' }])
  })

  it('goes out when the page is left, and when the app goes to the back', async () => {
    const first = await open()
    first.record('PHONE', 'SHORT')
    phone.close()
    await phone.later(1_000)
    expect(sent()).toHaveLength(1)
    const second = await open()
    second.record('VIDEO', 'LONG')
    const { sendWaiting } = await import('@/outbox/useOutbox')
    await sendWaiting('ALL')
    expect(sent()).toHaveLength(2)
    await phone.later(20_000)
    expect(sent()).toHaveLength(2)
  })

  it('does not hold back the next one', async () => {
    const { record } = await open()
    record('PHONE', 'SHORT')
    await phone.later(1_000)
    record('VIDEO', 'LONG')
    await phone.later(1_000)
    expect(sent().map(({ data }) => (data as { kind: string }).kind)).toEqual(['PHONE'])
    await phone.later(20_000)
    expect(new Set(sent().map(({ header }) => header['Idempotency-Key'])).size).toBe(2)
  })

  it('is undone at the server when it is there already', async () => {
    phone.answers['DELETE /api/phone/contacts/9'] = {}
    const { record, undo } = await open()
    record('PHONE', 'SHORT')
    const { sendWaiting } = await import('@/outbox/useOutbox')
    await sendWaiting('ALL')
    await undo()
    expect(phone.wechat.sent.some(({ method, path }) => method === 'DELETE' && path === '/api/phone/contacts/9')).toBe(true)
  })
})
