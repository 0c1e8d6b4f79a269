import type { PhoneClock } from './PhoneClock'
import type { Shelf } from './Shelf'

/** What the server last said, when, and until when the phone may keep it. */
export interface Copy<T> { value: T, at: string, until: string }

const COPY = 'copy:'
const DAYS = 14
const DAY = 86_400_000

/** Copies of answers, for a first screen at once and for days without a signal; each goes when its time is over. */
export class Copies {
  constructor(private readonly shelf: Shelf, private readonly clock: PhoneClock) {}

  get<T>(name: string): Copy<T> | undefined {
    const copy = this.shelf.read<Copy<T>>(COPY + name)
    if (copy === undefined || !this.isOver(copy)) return copy
    this.drop(name)
    return undefined
  }

  /** Keeps a copy for two weeks, or until the server's own day if that is earlier; a full phone keeps none. */
  put(name: string, value: unknown, until?: string): void {
    const now = this.clock.now().getTime()
    const end = Math.min(now + DAYS * DAY, until === undefined ? Infinity : Date.parse(until))
    const copy: Copy<unknown> = { value, at: new Date(now).toISOString(), until: new Date(end).toISOString() }
    try {
      this.shelf.write(COPY + name, copy)
    }
    catch {
      this.drop(name)
    }
  }

  drop(name: string): void {
    this.shelf.remove(COPY + name)
  }

  names(start = ''): string[] {
    return this.shelf.names(COPY + start).map(name => name.slice(COPY.length))
  }

  /** Lets go of what is over. */
  sweep(): void {
    this.names().forEach(name => this.get(name))
  }

  /** Lets go of everything about children who are no longer this person's; names end in `:` and the child's id. */
  keepOnly(children: number[]): void {
    const kept = new Set(children.map(String))
    this.names().filter(name => name.includes(':') && !kept.has(name.split(':').pop()!)).forEach(name => this.drop(name))
  }

  private isOver(copy: Copy<unknown>): boolean {
    const latest = this.clock.latest()
    return latest >= Date.parse(copy.until) || latest > Date.parse(copy.at) + DAYS * DAY
  }
}
