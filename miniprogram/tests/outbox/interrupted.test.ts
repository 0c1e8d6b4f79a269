import { describe, expect, it } from 'vitest'
import { charged, type Fate, mortal, phone, Town, visit } from './fakes'
import { KEY_A, KEY_B, Memory, Pocket } from '../memory'
import { Client, HandsChanged } from '@/api/client'
import { Holder } from '@/keeping/Holder'
import { Shelf } from '@/keeping/Shelf'
import { Vault } from '@/keeping/Vault'
import { deliver } from '@/outbox/deliver'
import { Outbox } from '@/outbox/Outbox'
import { Sheets } from '@/outbox/Sheets'
import type { Outgoing } from '@/platform/platform'

/** Writes, finishes (two taps) and sends a visit with two photos. */
async function wholeVisit(town: Town, store: Memory): Promise<void> {
  const { sheets, outbox } = phone(town, store)
  sheets.write(visit('v', '作业', 'one', 'two'))
  outbox.finish(sheets.get('v')!)
  outbox.finish(sheets.get('v')!)
  await outbox.flush()
}

describe('a phone that dies', () => {
  it('at any step leaves the visit once, with both photos, after the next start', { timeout: 30_000 }, async () => {
    const counted = new Memory()
    const dry = mortal(new Town(), counted, Infinity)
    await wholeVisit(dry.town, counted)
    expect(dry.steps()).toBeGreaterThan(8)
    for (let diesAt = 1; diesAt <= dry.steps(); diesAt++) {
      const town = new Town()
      const store = new Memory()
      await wholeVisit(mortal(town, store, diesAt).town, store).catch(() => {})
      const next = phone(town, charged(store))
      const written = next.sheets.get('v') ?? visit('v', '作业', 'one', 'two')
      if (written.state === 'WRITING') next.outbox.finish(written)
      await next.outbox.flush()
      expect([...town.visits.keys()], `died at ${diesAt}`).toEqual(['v'])
      expect(JSON.parse(town.visits.get('v')!).photoIds, `died at ${diesAt}`).toEqual([1, 2])
      expect(town.setAside).toEqual([])
      expect(next.sheets.get('v')?.state).toBe('SENT')
    }
  })

  it('again and again, on a line that loses, doubles and delays, still leaves every visit exactly once', { timeout: 60_000 }, async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = numbers(seed)
      const town = new Town()
      const fates: Fate[] = ['OK', 'LOST', 'ANSWER_LOST', 'TWICE', 'BUSY', 'EXPIRED']
      town.fate = () => fates[Math.floor(random() * fates.length)]!
      let store = new Memory()
      const keys = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, place) => `k${place}`)
      const unwritten = new Set(keys)
      for (let start = 0; start < 12; start++) {
        const { town: line } = mortal(town, store, 1 + Math.floor(random() * 14))
        const { sheets, outbox } = phone(line, store)
        try {
          for (const key of unwritten) {
            outbox.finish(visit(key, key, `${key}-photo`))
            unwritten.delete(key)
          }
          await Promise.all([outbox.flush(), outbox.flush('DUE')])
        }
        catch {
          // Dead; what was finished before must come through.
        }
        keys.filter(key => sheets.get(key)?.state === 'WAITING' || sheets.get(key)?.state === 'SENT').forEach(key => unwritten.delete(key))
        store = charged(store)
      }
      town.fate = () => 'OK'
      const last = phone(town, store)
      unwritten.forEach(key => last.outbox.finish(visit(key, key, `${key}-photo`)))
      await last.outbox.flush()
      expect([...town.visits.keys()].sort(), `seed ${seed}`).toEqual(keys)
      expect(town.setAside, `seed ${seed}`).toEqual([])
      expect(town.photos, `seed ${seed}`).toHaveLength(keys.length)
    }
  })
})

describe('a phone that changes hands', () => {
  /** Everything real but the network, which lets the test act while a request is on its way. */
  function real(onTheWay: (request: Outgoing) => Promise<void>) {
    const store = new Memory()
    const vault = new Vault()
    const holder: Holder = new Holder(store, new Pocket(), vault)
    const sent: { path: string, token?: string }[] = []
    const client = new Client({
      loginCode: async () => undefined,
      picture: async () => undefined,
      send: async (request) => {
        sent.push({ path: request.path, token: request.headers.Authorization })
        await onTheWay(request)
        return { status: 201, body: { id: 5 } }
      },
      upload: async (path, _photo, headers) => {
        sent.push({ path, token: headers.Authorization })
        await onTheWay({ method: 'POST', path, headers })
        return { status: 201, body: { id: 3 } }
      },
    }, holder)
    const sheets = new Sheets(new Shelf(store, vault, () => holder.owner))
    const outbox = new Outbox(sheets, () => {
      const line = client.line()
      return { deliver: (sheet, keep) => deliver(line, sheet, keep), holds: line.holds }
    })
    return { holder, client, sheets, outbox, sent }
  }

  it.each(['/api/phone/photos', '/api/phone/visits'])('while %s is on its way sends nothing of the one as the other', async (when) => {
    let once = true
    const { holder, sheets, outbox, sent } = real(async (request) => {
      if (request.path !== when || !once) return
      once = false
      await holder.opened({ token: 'b', vaultKey: KEY_B })
    })
    await holder.opened({ token: 'a', vaultKey: KEY_A })
    outbox.finish(visit('v', 'A', 'yard'))
    await outbox.flush()
    expect(sent.every(({ token }) => token === 'Bearer a')).toBe(true)
    expect(sheets.all()).toEqual([])
    await holder.opened({ token: 'a2', vaultKey: KEY_A })
    expect(sheets.get('v')?.state).toBe('WAITING')
    await outbox.flush()
    expect(sheets.get('v')?.state).toBe('SENT')
    expect(sent.at(-1)).toEqual({ path: '/api/phone/visits', token: 'Bearer a2' })
  })

  it('keeps unsent visits over a sign-out and sends them after the next sign-in', async () => {
    const { holder, sheets, outbox, sent } = real(async () => {})
    await holder.opened({ token: 'a', vaultKey: KEY_A })
    outbox.finish(visit('v'))
    await holder.leave()
    await outbox.flush()
    expect(sent).toEqual([])
    await holder.opened({ token: 'a2', vaultKey: KEY_A })
    await outbox.flush()
    expect(sheets.get('v')?.state).toBe('SENT')
  })

  it('refuses to go on with work that was begun for somebody else', async () => {
    const { holder, client } = real(async () => {})
    await holder.opened({ token: 'a', vaultKey: KEY_A })
    const line = client.line()
    await holder.opened({ token: 'b', vaultKey: KEY_B })
    await expect(line.call('GET /api/phone/home', {})).rejects.toBeInstanceOf(HandsChanged)
  })
})

/** The same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
