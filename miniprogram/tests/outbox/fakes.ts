import { Killed, KEY_A, Memory } from '../memory'
import type { Call } from '@/api/client'
import { Refusal } from '@/api/client'
import type { ProblemCode, VisitRequest } from '@/api/contract'
import { Shelf } from '@/keeping/Shelf'
import { Vault } from '@/keeping/Vault'
import { deliver } from '@/outbox/deliver'
import { type Line, Outbox } from '@/outbox/Outbox'
import { begun, type Sheet } from '@/outbox/sheet'
import { Sheets } from '@/outbox/Sheets'
import { NoSignal } from '@/platform/platform'

export const NOW = Date.parse('2026-11-22T04:00:00Z')

export function refusal(status: number, code: ProblemCode): Refusal {
  return new Refusal({ status, code, title: '这一天太早了' })
}

/** What may happen to one request on its way. */
export type Fate = 'OK' | 'LOST' | 'ANSWER_LOST' | 'TWICE' | 'BUSY' | 'EXPIRED' | 'NOT_YOURS'

/** A server that keeps its promise about keys, behind a line that keeps none. */
export class Town {
  readonly visits = new Map<string, string>()
  readonly photos: string[] = []
  readonly setAside: string[] = []
  requests: string[] = []
  fate: () => Fate = () => 'OK'

  readonly call: Call = async (operation, options) => {
    const { key = '', body } = options as { key?: string, body?: unknown }
    return this.through(operation, () => this.record(key, body)) as never
  }

  readonly upload = (photo: string): Promise<number> =>
    this.through(`photo ${photo}`, () => {
      if (!this.photos.includes(photo)) this.photos.push(photo)
      return this.photos.indexOf(photo) + 1
    })

  private async through<T>(what: string, work: () => T): Promise<T> {
    this.requests.push(what)
    const fate = this.fate()
    await Promise.resolve()
    if (fate === 'LOST') throw new NoSignal()
    if (fate === 'BUSY') throw refusal(500, 'UNEXPECTED')
    if (fate === 'NOT_YOURS') throw refusal(403, 'ROLE_MAY_NOT')
    if (fate === 'EXPIRED') throw refusal(401, 'SIGNED_OUT')
    if (fate === 'TWICE') work()
    const answer = work()
    await Promise.resolve()
    if (fate === 'ANSWER_LOST') throw new NoSignal()
    return answer
  }

  private record(key: string, body: unknown): { id: number } {
    const content = JSON.stringify(body)
    const known = this.visits.get(key)
    if (known !== undefined && known !== content) {
      this.setAside.push(content)
      throw refusal(409, 'VISIT_SET_ASIDE')
    }
    this.visits.set(key, content)
    return { id: [...this.visits.keys()].indexOf(key) + 1 }
  }
}

export interface Phone { sheets: Sheets, outbox: Outbox, hands: number, store: Memory }

/** A phone that has just been started, over what earlier starts have left. */
export function phone(town: Town, store = new Memory(), now: () => number = () => NOW): Phone {
  const vault = new Vault()
  vault.unlock(KEY_A)
  const sheets = new Sheets(new Shelf(store, vault, () => 'me'))
  const self: Phone = { sheets, hands: 1, store, outbox: new Outbox(sheets, line, now) }
  function line(): Line {
    const { hands } = self
    return { deliver: (sheet, keep) => deliver(town, sheet, keep), holds: () => self.hands === hands }
  }
  return self
}

export function visit(key: string, note = '', ...photos: string[]): Sheet<'VISIT'> {
  const content: Omit<VisitRequest, 'photoIds'> =
    { childIds: [7], visitedOn: '2026-11-22', met: ['CHILD'], topics: [], condition: 'WELL', ...(note && { note }) }
  return { ...begun('VISIT', key, '小满', content, new Date(NOW)), photos: photos.map(file => ({ file })) }
}

export function call(key: string): Sheet<'CONTACT'> {
  const content = { childId: 7, kind: 'VIDEO', length: 'MEDIUM', contactedAt: '2026-11-22T04:00:00Z' } as const
  return begun('CONTACT', key, '小满', content, new Date(NOW))
}

export function alarm(key: string): Sheet<'DANGER'> {
  const at = '2026-11-22T04:00:00Z'
  return begun('DANGER', key, '小满', { kind: 'MISSING', discoveredAt: at, reportedAt: at }, new Date(NOW))
}

/** Lets the battery die at the n-th step, wherever that is: a write, a request on its way out, an answer on its way back. */
export function mortal(town: Town, store: Memory, diesAt: number): { town: Town, steps: () => number } {
  let steps = 0
  const step = () => {
    if (++steps >= diesAt) {
      store.diesAt = 0
      throw new Killed()
    }
  }
  const write = store.write.bind(store)
  const remove = store.remove.bind(store)
  store.write = (name, value) => (step(), write(name, value))
  store.remove = name => (step(), remove(name))
  const wrapped = Object.assign(Object.create(town) as Town, {
    call: (async (operation, options) => {
      step()
      const answer = await town.call(operation, options)
      step()
      return answer
    }) as Call,
    upload: async (photo: string) => {
      step()
      const id = await town.upload(photo)
      step()
      return id
    },
  })
  return { town: wrapped, steps: () => steps }
}

/** The same storage after the battery was charged. */
export function charged(store: Memory): Memory {
  const next = new Memory()
  store.kept.forEach((value, name) => next.kept.set(name, value))
  return next
}
