import type { Day } from '@/api/contract'
import { dayOf } from '@/day'
import type { Store } from '@/platform/platform'

const LATEST = 'tongxing:latest'
const NOTED_EVERY = 60_000
// Less than this is the time an answer takes, not a clock that is wrong.
const TOLERATED = 120_000

/** The time on the phone, put right by what the server last said. */
export class PhoneClock {
  private offset = 0

  constructor(private readonly store: Store, private readonly system: () => number = Date.now) {}

  /** The server's own time, out of any of its answers. */
  heard(server: number): void {
    if (!Number.isFinite(server)) return
    const offset = server - this.system()
    this.offset = Math.abs(offset) > TOLERATED ? offset : 0
    // What the server says is true even if it is earlier than what the phone believed.
    this.store.write(LATEST, server)
  }

  now(): Date {
    return new Date(this.system() + this.offset)
  }

  today(): Day {
    return dayOf(this.now())
  }

  /** Never earlier than it has been before, so that turning the clock back does not make old things young. */
  latest(): number {
    const seen = this.store.read<number>(LATEST) ?? 0
    const now = this.now().getTime()
    if (now > seen + NOTED_EVERY) this.store.write(LATEST, now)
    return Math.max(now, seen)
  }
}
