import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, api, Refused, whenSignedOut } from '@/api/client'

const json = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })))

async function refusal(call: Promise<unknown>): Promise<Refused> {
  return (await call.then(
    () => undefined,
    (error: unknown) => error,
  )) as Refused
}

describe('an answer of the server', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is its data when the server agrees', async () => {
    json(200, [{ id: 1 }])
    expect(await answer(api.GET('/api/admin/imports'))).toEqual([{ id: 1 }])
  })

  it('is refused in the words of the server', async () => {
    json(409, { title: '这孩子已经结对了', code: 'CHILD_ALREADY_PAIRED', status: 409 })
    const refused = await refusal(answer(api.GET('/api/admin/imports')))
    expect(refused).toBeInstanceOf(Refused)
    expect(refused.problem.code).toBe('CHILD_ALREADY_PAIRED')
  })

  it('says that nothing was reached when the network is gone', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('gone')))
    expect((await refusal(answer(api.GET('/api/admin/imports')))).problem.code).toBe('NOT_REACHED')
  })

  it('leads to the door when the session has ended, but not when somebody is just signing in', async () => {
    const left = vi.fn()
    whenSignedOut(left)
    json(401, { title: '请先登录', code: 'SIGNED_OUT', status: 401 })
    await refusal(answer(api.POST('/api/admin/session', { body: { username: 'a', password: 'b' } })))
    expect(left).not.toHaveBeenCalled()
    await refusal(answer(api.GET('/api/admin/imports')))
    expect(left).toHaveBeenCalledOnce()
  })
})
