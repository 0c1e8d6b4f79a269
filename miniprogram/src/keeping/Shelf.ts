import { Locked, type Vault } from './Vault'
import type { Store } from '@/platform/platform'

const ROOT = 'tongxing'

/** The sealed things of whoever holds the phone; another person's are neither seen nor touched. */
export class Shelf {
  // What was opened stays open while nothing about it changes: a page reads all its drafts with every letter typed.
  private readonly opened = new Map<string, { sealed: string, text: string | undefined }>()
  private openedBy: string | undefined

  constructor(
    private readonly store: Store,
    private readonly vault: Vault,
    private readonly owner: () => string | undefined,
  ) {}

  /** Undefined too when the record came to harm: whoever reads goes on without it. */
  read<T>(name: string): T | undefined {
    if (this.owner() !== this.openedBy) this.opened.clear()
    this.openedBy = this.owner()
    if (!this.vault.open) return undefined
    const full = this.named(name)
    const sealed = this.store.read<string>(full)
    if (sealed === undefined) return undefined
    const known = this.opened.get(full)
    const text = known?.sealed === sealed ? known.text : this.vault.unseal(full, sealed)
    this.opened.set(full, { sealed, text })
    return text === undefined ? undefined : (JSON.parse(text) as T)
  }

  /** All or nothing; throws when the phone is full, or {@link Locked} when nobody holds it. */
  write(name: string, value: unknown): void {
    const full = this.named(name)
    this.store.write(full, this.vault.seal(full, JSON.stringify(value)))
  }

  remove(name: string): void {
    this.store.remove(this.named(name))
  }

  /** The names that begin so, without the owner in front. */
  names(start: string): string[] {
    if (this.owner() === undefined) return []
    const full = this.named(start)
    return this.store.names().filter(name => name.startsWith(full)).map(name => name.slice(this.named('').length)).sort()
  }

  private named(name: string): string {
    const owner = this.owner()
    if (owner === undefined) throw new Locked()
    return `${ROOT}:${owner}:${name}`
  }
}

/** Takes away what begins so, for everybody but one. */
export function clear(store: Store, start: string, but?: string): void {
  for (const name of store.names()) {
    const [root, owner, ...rest] = name.split(':')
    if (root === ROOT && owner !== but && rest.join(':').startsWith(start)) store.remove(name)
  }
}
