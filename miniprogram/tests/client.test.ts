import { describe, expect, it, vi } from 'vitest'
import { KEY_A, Memory, Pocket } from './memory'
import { Client, Refusal, SignedOut } from '@/api/client'
import { Holder } from '@/keeping/Holder'
import { Vault } from '@/keeping/Vault'
import { type Answer, NoSignal, type Outgoing } from '@/platform/platform'

function phone(answers: (request: Outgoing) => Answer, loginCode: () => Promise<string | undefined> = async () => 'code') {
  const send = vi.fn(async (request: Outgoing) =>
    request.path === '/api/phone/session' ? { status: 200, body: { token: 'fresh', expiresAt: '', ties: [], vaultKey: KEY_A } } : answers(request))
  const holder: Holder = new Holder(new Memory(), new Pocket(), new Vault())
  const heard: number[] = []
  const client = new Client({ loginCode, send, picture: async () => undefined, upload: async () => ({ status: 201, body: { id: 3 } }) }, holder, at => heard.push(at))
  return { send, holder, heard, client }
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

  it('does not sign in again by itself after somebody has signed out', async () => {
    const { send, holder, client } = phone(() => ({ status: 200, body: [] }))
    await client.call('GET /api/phone/wishes', {})
    await holder.leave()
    send.mockClear()
    await expect(client.call('GET /api/phone/wishes', {})).rejects.toBeInstanceOf(SignedOut)
    expect(send).not.toHaveBeenCalled()
    await client.open()
    expect(await client.call('GET /api/phone/wishes', {})).toEqual([])
  })

  it('hears what time it is from the server', async () => {
    const { heard, client } = phone(() => ({ status: 200, body: [], date: 'Sun, 22 Nov 2026 04:00:00 GMT' }))
    await client.call('GET /api/phone/wishes', {})
    expect(heard).toEqual([Date.parse('2026-11-22T04:00:00Z')])
  })

  it('leaves out questions nobody asked', async () => {
    const { send, client } = phone(() => ({ status: 200, body: [] }))
    await client.call('GET /api/phone/children', { query: { q: undefined, page: 2 } })
    expect(send.mock.calls[1]?.[0].path).toBe('/api/phone/children?page=2')
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
