import { describe, expect, it, vi } from 'vitest'
import { memory } from './memory'
import { Refusal } from '@/api/client'
import type { ProblemCode } from '@/api/contract'
import { newKey } from '@/features/outbox/key'
import { type AnyLetter, type ContactLetter, Outbox, type VisitLetter } from '@/features/outbox/Outbox'
import { NoSignal } from '@/platform/platform'

const contact = (key: string): ContactLetter => ({
  kind: 'CONTACT',
  key,
  title: '和小满联系',
  savedAt: '2026-11-22T04:18:00Z',
  contact: { childId: 7, kind: 'VIDEO', length: 'MEDIUM', contactedAt: '2026-11-22T04:18:00Z' },
})

const refusal = (status: number, code: ProblemCode) => new Refusal({ status, code, title: '这一天太早了' })

describe('the outbox', () => {
  it('sends a letter once and lets it go when it is acknowledged', async () => {
    const deliver = vi.fn(async (_: AnyLetter) => 41)
    const outbox = new Outbox(memory(), deliver)
    outbox.put(contact('a'))
    await Promise.all([outbox.flush(), outbox.flush()])
    await outbox.flush()
    expect(deliver).toHaveBeenCalledTimes(1)
    expect(deliver.mock.calls[0]?.[0].key).toBe('a')
    expect(outbox.letters()).toEqual([])
  })

  it('keeps everything without a signal and sends it later under the same keys', async () => {
    const keys: string[] = []
    let signal = false
    const outbox = new Outbox(memory(), async (letter) => {
      keys.push(letter.key)
      if (!signal) throw new NoSignal()
      return 1
    })
    outbox.put(contact('a'))
    outbox.put(contact('b'))
    await outbox.flush()
    expect(keys).toEqual(['a'])
    expect(outbox.letters().map(letter => letter.key)).toEqual(['a', 'b'])
    signal = true
    await outbox.flush()
    expect(keys).toEqual(['a', 'a', 'b'])
    expect(outbox.letters()).toEqual([])
  })

  it('keeps a refused letter with its reason and does not send it again by itself', async () => {
    const deliver = vi.fn(async () => Promise.reject(refusal(400, 'INVALID_REQUEST')))
    const outbox = new Outbox(memory(), deliver)
    outbox.put(contact('a'))
    await outbox.flush()
    await outbox.flush()
    expect(deliver).toHaveBeenCalledTimes(1)
    expect(outbox.letters()[0]?.refused).toEqual({ code: 'INVALID_REQUEST', title: '这一天太早了' })
  })

  it.each([401, 429, 500])('keeps a letter waiting after %i and still sends the next', async (status) => {
    const outbox = new Outbox(memory(), async (letter) => {
      if (letter.key === 'a') throw refusal(status, 'UNEXPECTED')
      return 1
    })
    outbox.put(contact('a'))
    outbox.put(contact('b'))
    await outbox.flush()
    expect(outbox.letters()).toEqual([contact('a')])
  })

  it('remembers which photos have arrived when the line breaks', async () => {
    const store = memory()
    const letter: VisitLetter = {
      kind: 'VISIT',
      key: 'v',
      title: '走访小满',
      savedAt: '2026-11-22T04:18:00Z',
      visit: { childIds: [7], visitedOn: '2026-11-22', met: ['CHILD'], topics: [], condition: 'WELL' },
      photos: [{ file: 'one' }, { file: 'two' }],
    }
    const outbox = new Outbox(store, async (sent, keep) => {
      if (sent.kind === 'VISIT') sent.photos[0]!.id = 31
      keep()
      throw new NoSignal()
    })
    outbox.put(letter)
    await outbox.flush()
    const [kept] = new Outbox(store, async () => 1).letters()
    expect(kept).toMatchObject({ photos: [{ file: 'one', id: 31 }, { file: 'two' }] })
  })

  it('takes back what has not left, and names the id of what has', async () => {
    const outbox = new Outbox(memory(), async () => 52)
    outbox.put(contact('a'))
    expect(await outbox.takeBack('a')).toBeUndefined()
    expect(outbox.letters()).toEqual([])
    outbox.put(contact('b'))
    await outbox.flush()
    expect(await outbox.takeBack('b')).toBe(52)
  })

  it('survives a restart', async () => {
    const store = memory()
    new Outbox(store, async () => 1).put(contact('a'))
    expect(new Outbox(store, async () => 1).letters()).toEqual([contact('a')])
  })
})

describe('a key', () => {
  it('has the form that the server asks for', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(newKey()).not.toBe(newKey())
  })
})
