import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { look, lookNoMore, watch } from '@/danger/watch'

const REPORT = { id: 7, kind: 'MISSING', level: 'COUNTY', placeName: '柳树沟村', calledPolice: false, receivedAt: '2026-11-22T10:26:00', acceptBy: '2026-11-22T10:36:00' }

let asked: { method: string; url: string; body: unknown }[]
let answer: () => Response

const receipts = () => asked.filter((one) => one.url.endsWith('/dangers/receipts')).map((one) => one.body)

function seen(visible: boolean) {
  Object.defineProperty(document, 'visibilityState', { value: visible ? 'visible' : 'hidden', configurable: true })
}

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  answer = () => Response.json({ waiting: [REPORT], red: [3] })
  seen(true)
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push({ method: request.method, url: new URL(request.url).pathname, body: request.method === 'POST' ? await request.json() : undefined })
    return request.method === 'POST' ? new Response(null, { status: 204 }) : answer()
  })
})

afterEach(() => {
  lookNoMore()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a page of somebody on duty', () => {
  it('looks again every ten seconds and says once that it shows a report', async () => {
    await look()
    await vi.advanceTimersByTimeAsync(21_000)
    expect(asked.filter((one) => one.method === 'GET')).toHaveLength(3)
    expect(receipts()).toEqual([{ ids: [7] }])
    expect(watch.red).toEqual([3])
  })

  it('says nothing as long as nobody can see it', async () => {
    seen(false)
    await look()
    expect(watch.waiting).toHaveLength(1)
    expect(receipts()).toEqual([])
    seen(true)
    await vi.advanceTimersByTimeAsync(11_000)
    expect(receipts()).toEqual([{ ids: [7] }])
  })

  it('keeps what it knows and says so when it hears nothing any more', async () => {
    await look()
    answer = () => {
      throw new TypeError('no network')
    }
    await vi.advanceTimersByTimeAsync(11_000)
    expect(watch.broken).toBe(true)
    expect(watch.waiting).toHaveLength(1)
    answer = () => Response.json({ waiting: [], red: [] })
    await vi.advanceTimersByTimeAsync(11_000)
    expect(watch.broken).toBe(false)
    expect(watch.waiting).toEqual([])
  })

  it('forgets everything when the role changes, and looks no more', async () => {
    await look()
    lookNoMore()
    const before = asked.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(before)
    expect(watch.waiting).toEqual([])
    expect(watch.red).toEqual([])
  })
})
