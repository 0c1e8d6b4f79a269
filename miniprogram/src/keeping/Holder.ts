import { clear } from './Shelf'
import type { Vault } from './Vault'
import type { Secrets, Store } from '@/platform/platform'

/** What the server gives to whoever signs in. */
export interface Session { token: string, vaultKey: string }

interface Secret { token?: string, vaultKey: string }

const LEFT = 'tongxing:left'

/** Who holds the phone. The secret lies apart from what it seals, and goes first when somebody signs out. */
export class Holder {
  private secret: Secret | undefined
  private whose: string | undefined
  private waking: Promise<void> | undefined
  /** Counts the hands the phone went through; work begun under another number must not go on. */
  hands = 0

  constructor(
    private readonly store: Store,
    private readonly secrets: Secrets,
    private readonly vault: Vault,
    private readonly changed: () => void = () => {},
  ) {}

  /** A word for the holder, the same after every sign-in; undefined while nobody is known. */
  get owner(): string | undefined {
    return this.whose
  }

  get token(): string | undefined {
    return this.secret?.token
  }

  /** Whether somebody signed out on purpose, so that nobody is signed in without being asked. */
  get left(): boolean {
    return this.store.read<boolean>(LEFT) === true
  }

  /** Opens the vault with what is left from last time; copies that nobody can open any more are cleared away. */
  wake(): Promise<void> {
    this.waking ??= this.read()
    return this.waking
  }

  async opened(session: Session): Promise<void> {
    const before = this.whose
    this.take(session)
    this.store.remove(LEFT)
    await this.secrets.write(JSON.stringify(this.secret))
    if (before !== this.whose) clear(this.store, 'copy:', this.whose)
  }

  /** The token is used up; the key stays, because drafts are still to be read. */
  async tokenUsedUp(token: string): Promise<void> {
    if (this.secret === undefined || this.secret.token !== token) return
    this.secret = { vaultKey: this.secret.vaultKey }
    await this.secrets.write(JSON.stringify(this.secret))
  }

  /** Signs out here: key and copies go, drafts and what was not sent stay sealed until their writer comes back. */
  async leave(): Promise<void> {
    this.store.write(LEFT, true)
    this.forget()
    await this.secrets.remove()
    clear(this.store, 'copy:')
  }

  private async read(): Promise<void> {
    const text = await this.secrets.read().catch(() => undefined)
    if (this.secret !== undefined) return
    try {
      if (text !== undefined && !this.left) this.take(JSON.parse(text) as Secret)
    }
    catch {
      this.forget()
    }
    if (this.secret !== undefined) return
    clear(this.store, 'copy:')
    // A sign-out may have been cut short.
    if (text !== undefined && this.left) await this.secrets.remove().catch(() => {})
  }

  private take(secret: Secret): void {
    this.vault.unlock(secret.vaultKey)
    this.secret = secret.token === undefined ? { vaultKey: secret.vaultKey } : { token: secret.token, vaultKey: secret.vaultKey }
    const whose = this.vault.fingerprint()
    if (whose === this.whose) return
    this.whose = whose
    this.hands++
    this.changed()
  }

  private forget(): void {
    this.vault.lock()
    this.secret = undefined
    this.whose = undefined
    this.hands++
    this.changed()
  }
}
