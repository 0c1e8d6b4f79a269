import type { Secrets, Store } from '@/platform/platform'

/** Somebody pulled the battery out. */
export class Killed extends Error {}

/** A phone's storage that forgets with the test; it copies as a real one does, and may die at any write. */
export class Memory implements Store {
  readonly kept = new Map<string, string>()
  writes = 0
  /** The write (counted from 1) at which the phone dies, before anything is written. */
  diesAt = Infinity
  full = false

  read<T>(name: string): T | undefined {
    const text = this.kept.get(name)
    return text === undefined ? undefined : (JSON.parse(text) as T)
  }

  write(name: string, value: unknown): void {
    this.step()
    if (this.full) throw new Error('QuotaExceededError')
    this.kept.set(name, JSON.stringify(value))
  }

  remove(name: string): void {
    this.step()
    this.kept.delete(name)
  }

  names(): string[] {
    return [...this.kept.keys()]
  }

  private step(): void {
    if (++this.writes >= this.diesAt) throw new Killed()
  }
}

export class Pocket implements Secrets {
  kept: string | undefined
  async read(): Promise<string | undefined> {
    return this.kept
  }

  async write(text: string): Promise<void> {
    this.kept = text
  }

  async remove(): Promise<void> {
    this.kept = undefined
  }
}

export const KEY_A = 'a1'.repeat(32)
export const KEY_B = 'b2'.repeat(32)
