import { describe, expect, it } from 'vitest'
import { alarm, call, NOW, phone, refusal, Town, visit } from './fakes'
import { Memory } from '../memory'
import { NoSignal } from '@/platform/platform'

describe('the outbox', () => {
  it('sends a finished sheet once, however often it is asked to', async () => {
    const town = new Town()
    const { sheets, outbox } = phone(town)
    outbox.finish(visit('a'))
    outbox.finish(visit('a'))
    await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()])
    await outbox.flush()
    expect(town.requests).toEqual(['POST /api/phone/visits'])
    expect(sheets.get('a')).toMatchObject({ state: 'SENT', id: 1 })
  })

  it('does not send what is still being written', async () => {
    const town = new Town()
    const { sheets, outbox } = phone(town)
    sheets.write(visit('a'))
    await outbox.flush()
    expect(town.requests).toEqual([])
  })

  it('keeps no word about a child once the server has it', async () => {
    const { sheets, outbox } = phone(new Town())
    outbox.finish(visit('a', '作业写得好', 'yard'))
    await outbox.flush()
    expect(sheets.get('a')).toMatchObject({ photos: [], content: { childIds: [7], visitedOn: '2026-11-22' } })
    expect(JSON.stringify(sheets.get('a'))).not.toContain('作业')
  })

  it('keeps everything without a signal and sends it later under the same keys', async () => {
    const town = new Town()
    town.fate = () => 'LOST'
    const { sheets, outbox } = phone(town)
    outbox.finish(visit('a'))
    outbox.finish(call('b'))
    await outbox.flush()
    expect(town.requests).toHaveLength(1)
    expect(sheets.all().map(sheet => sheet.state)).toEqual(['WAITING', 'WAITING'])
    town.fate = () => 'OK'
    await outbox.flush()
    expect([...town.visits.keys()]).toEqual(['a', 'b'])
  })

  it('sends an alarm before everything else', async () => {
    const town = new Town()
    const { outbox } = phone(town)
    outbox.finish(visit('a'))
    outbox.finish(call('b'))
    outbox.finish(alarm('z'))
    await outbox.flush()
    expect([...town.visits.keys()]).toEqual(['z', 'a', 'b'])
  })

  it('stops a refused sheet with its reason and does not send it again by itself', async () => {
    const town = new Town()
    const { sheets, outbox } = phone(town)
    outbox.finish(visit('a'))
    town.visits.set('a', 'something else')
    await outbox.flush()
    await outbox.flush()
    expect(town.requests).toHaveLength(1)
    expect(sheets.get('a')).toMatchObject({ state: 'STOPPED', stop: { code: 'VISIT_SET_ASIDE', title: '这一天太早了' } })
    expect(town.setAside).toHaveLength(1)
  })

  it('never gives up an alarm because of a no, and gives up a visit', async () => {
    const town = new Town()
    town.fate = () => 'NOT_YOURS'
    const { sheets, outbox } = phone(town)
    outbox.finish(alarm('z'))
    outbox.finish(visit('a'))
    await outbox.flush()
    expect(sheets.get('z')).toMatchObject({ state: 'WAITING', tries: 1 })
    expect(sheets.get('a')?.state).toBe('STOPPED')
    expect(outbox.nextTry()).toBeGreaterThan(0)
    town.fate = () => 'OK'
    await outbox.flush()
    expect(sheets.get('z')?.state).toBe('SENT')
  })

  it.each(['BUSY', 'EXPIRED'] as const)('keeps a sheet after %s and still sends the next', async (fate) => {
    const town = new Town()
    let first = true
    town.fate = () => (first ? ((first = false), fate) : 'OK')
    const { sheets, outbox } = phone(town)
    outbox.finish(visit('a'))
    outbox.finish(call('b'))
    await outbox.flush()
    expect(sheets.get('a')?.state).toBe('WAITING')
    expect(sheets.get('b')?.state).toBe('SENT')
  })

  it('waits longer after each failure, yet tries at once when a signal comes back', async () => {
    let time = NOW
    const town = new Town()
    town.fate = () => 'BUSY'
    const { sheets, outbox } = phone(town, new Memory(), () => time)
    outbox.finish(visit('a'))
    const pauses: number[] = []
    for (let round = 0; round < 9; round++) {
      await outbox.flush('DUE')
      pauses.push(sheets.get('a')!.nextTryAt! - time)
      await outbox.flush('DUE')
      time = sheets.get('a')!.nextTryAt!
    }
    expect(town.requests).toHaveLength(9)
    expect(pauses[0]).toBeLessThanOrEqual(5_000)
    expect(pauses[8]).toBeLessThanOrEqual(600_000)
    expect(pauses[6]!).toBeGreaterThan(pauses[0]! * 8)
    town.fate = () => 'OK'
    await outbox.flush()
    expect(sheets.get('a')?.state).toBe('SENT')
  })

  it('does not wait for years when the clock is turned back', async () => {
    let time = NOW
    const town = new Town()
    town.fate = () => 'BUSY'
    const { sheets, outbox } = phone(town, new Memory(), () => time)
    outbox.finish(visit('a'))
    await outbox.flush('DUE')
    time -= 400 * 86_400_000
    town.fate = () => 'OK'
    await outbox.flush('DUE')
    expect(sheets.get('a')?.state).toBe('SENT')
  })

  it('sends what was added while it was on its way, under the same key', async () => {
    const town = new Town()
    const { sheets, outbox } = phone(town)
    outbox.finish(alarm('z'))
    const running = outbox.flush()
    const more = { ...alarm('z').content, words: '在河边' }
    outbox.amend('z', more)
    await running.catch(() => {})
    expect(town.requests).toHaveLength(2)
    expect(sheets.get('z')?.content).toMatchObject({ words: '在河边' })
  })

  it('holds a sheet as long as it may be taken back, and no longer', async () => {
    let time = NOW
    const town = new Town()
    const { sheets, outbox } = phone(town, new Memory(), () => time)
    outbox.finish(call('a'), 10_000)
    await outbox.flush('NOW')
    expect(outbox.nextTry()).toBe(10_000)
    outbox.amend('a', { ...call('a').content, mood: 'GLAD' })
    await outbox.flush('NOW')
    expect(town.requests).toEqual([])
    time += 10_000
    await outbox.flush('DUE')
    expect(town.requests).toHaveLength(1)
    expect(JSON.parse(town.visits.get('a')!)).toMatchObject({ mood: 'GLAD' })
    outbox.finish(call('b'), 10_000)
    await outbox.flush('ALL')
    expect(sheets.get('b')?.state).toBe('SENT')
    expect(outbox.nextTry()).toBeUndefined()
  })

  it('opens a stopped or waiting sheet for writing again, and never one the server has', async () => {
    const town = new Town()
    town.fate = () => 'LOST'
    const { sheets, outbox } = phone(town)
    outbox.finish(visit('a', 'x'))
    await outbox.flush()
    expect(await outbox.reopen('a')).toMatchObject({ state: 'WRITING', content: { note: 'x' } })
    await outbox.flush()
    expect(town.requests).toHaveLength(1)
    town.fate = () => 'OK'
    outbox.finish({ ...visit('a', 'y'), state: 'WRITING' })
    await outbox.flush()
    expect(await outbox.reopen('a')).toBeUndefined()
    expect(sheets.get('a')?.state).toBe('SENT')
  })

  it('waits for a sheet on its way before taking it back, and then names its id', async () => {
    const town = new Town()
    const { sheets, outbox } = phone(town)
    outbox.finish(call('a'))
    const running = outbox.flush()
    expect(await outbox.takeBack('a')).toBe(1)
    await running
    expect(sheets.all()).toEqual([])
    town.fate = () => 'LOST'
    outbox.finish(call('b'))
    await outbox.flush()
    expect(await outbox.takeBack('b')).toBeUndefined()
    expect(sheets.all()).toEqual([])
  })

  it('takes a confirmation that was decided already for done', async () => {
    const town = new Town()
    const { sheets, outbox } = phone(Object.assign(Object.create(town) as Town, {
      call: async () => Promise.reject(refusal(409, 'ALREADY_DECIDED')),
    }))
    outbox.finish({ ...call('c'), kind: 'CONFIRMATION', content: { of: 'CONTACT', id: 3, asTold: true } })
    await outbox.flush()
    expect(sheets.get('c')?.state).toBe('SENT')
  })

  it('leaves the draft as it was when the phone is full', () => {
    const { sheets, outbox, store } = phone(new Town())
    sheets.write(visit('a', 'x'))
    store.full = true
    expect(() => outbox.finish(visit('a', 'y'))).toThrow()
    store.full = false
    expect(sheets.get('a')).toMatchObject({ state: 'WRITING', content: { note: 'x' } })
  })

  it('lets go of what was sent days ago, and of nothing else', async () => {
    const town = new Town()
    const { sheets, outbox } = phone(town)
    outbox.finish(visit('a'))
    await outbox.flush()
    sheets.write(visit('b'))
    sheets.tidy(NOW + 86_400_000)
    expect(sheets.all()).toHaveLength(2)
    sheets.tidy(NOW + 4 * 86_400_000)
    expect(sheets.all().map(sheet => sheet.key)).toEqual(['b'])
  })

  it('ends a round when nothing answers, so that a dead line is not tried for every sheet', async () => {
    const town = new Town()
    const tries: number[] = []
    const { outbox } = phone(Object.assign(Object.create(town) as Town, {
      call: async () => {
        tries.push(1)
        throw new NoSignal()
      },
    }))
    for (const key of ['a', 'b', 'c']) outbox.finish(call(key))
    await outbox.flush()
    expect(tries).toHaveLength(1)
  })
})
