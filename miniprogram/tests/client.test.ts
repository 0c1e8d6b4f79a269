import { describe, expect, it, vi } from 'vitest'
import { memory } from './memory'
import { Client, Refusal, SignedOut } from '@/api/client'
import { type Answer, NoSignal, type Outgoing } from '@/platform/platform'

function phone(answers: (request: Outgoing) => Answer, loginCode: () => Promise<string | undefined> = async () => 'code') {
  const send = vi.fn(async (request: Outgoing) =>
    request.path === '/api/phone/session' ? { status: 200, body: { token: 'fresh', expiresAt: '', ties: [] } } : answers(request))
  return { send, client: new Client({ store: memory(), loginCode, send, upload: async () => ({ status: 201, body: { id: 3 } }) }) }
}

describe('the client', () => {
  it('signs in before the first call and carries the token and the key', async () => {
    const { send, client } = phone(() => ({ status: 201, body: { id: 9 } }))
    const contact = { childId: 7, kind: 'PHONE', length: 'SHORT', contactedAt: '2026-11-22T02:00:00Z' } as const
    expect(await client.call('POST /api/phone/contacts', { body: contact, key: 'k' })).toEqual({ id: 9 })
    expect(send).toHaveBeenCalledTimes(2)
    expect(send.mock.calls[1]?.[0].headers).toEqual({ 'Authorization': 'Bearer fresh', 'Idempotency-Key': 'k' })
  })

  it('signs in again once when the token has expired', async () => {
    let first = true
    const { send, client } = phone(() => {
      const status = first ? 401 : 200
      first = false
      return { status, body: [] }
    })
    expect(await client.call('GET /api/phone/wishes', {})).toEqual([])
    expect(send).toHaveBeenCalledTimes(4)
  })

  it('opens one session for calls that start together', async () => {
    const { send, client } = phone(() => ({ status: 200, body: [] }))
    await Promise.all([client.call('GET /api/phone/wishes', {}), client.call('GET /api/phone/wishes', {})])
    expect(send.mock.calls.filter(([request]) => request.path === '/api/phone/session')).toHaveLength(1)
  })

  it('puts ids into the path and questions behind it', async () => {
    const { send, client } = phone(() => ({ status: 200, body: undefined }))
    await client.call('DELETE /api/phone/contacts/{id}', { path: { id: 5 } })
    await client.call('GET /api/phone/contacts', { query: { childId: 7 } })
    expect(send.mock.calls.slice(1).map(([request]) => `${request.method} ${request.path}`))
      .toEqual(['DELETE /api/phone/contacts/5', 'GET /api/phone/contacts?childId=7'])
  })

  it('passes a refusal on with its code', async () => {
    const { client } = phone(() => ({ status: 409, body: { title: '晚了', code: 'WISH_TAKEN', status: 409 } }))
    await expect(client.call('POST /api/phone/wishes/{id}/claim', { path: { id: 1 } }))
      .rejects.toSatisfy(error => error instanceof Refusal && error.problem.code === 'WISH_TAKEN')
  })

  it('treats a gateway that speaks for the server as no signal', async () => {
    const { client } = phone(() => ({ status: 502, body: '<html>' }))
    await expect(client.call('GET /api/phone/home', {})).rejects.toBeInstanceOf(NoSignal)
  })

  it('says so when nobody has been chosen', async () => {
    const { client } = phone(() => ({ status: 200, body: [] }), async () => undefined)
    await expect(client.call('GET /api/phone/home', {})).rejects.toBeInstanceOf(SignedOut)
  })
})
