import { NoSignal, type Store } from '@/platform/platform'
import { Refusal } from '@/api/client'
import type { ContactRequest, VisitRequest } from '@/api/contract'

/** A photo on its way; `id` is there once the server has it. */
export interface Photo { file: string, id?: number }

interface Letter { key: string, title: string, savedAt: string, refused?: { code: string, title: string } }
export interface VisitLetter extends Letter { kind: 'VISIT', visit: Omit<VisitRequest, 'photoIds'>, photos: Photo[] }
export interface ContactLetter extends Letter { kind: 'CONTACT', contact: ContactRequest }
export type AnyLetter = VisitLetter | ContactLetter

/** Hands a letter to the server and answers the id it got; `keep` notes progress that must survive a broken line. */
export type Deliver = (letter: AnyLetter, keep: () => void) => Promise<number>

const LETTERS = 'outbox'
const TRY_LATER = [401, 408, 425, 429]

/** What was saved on the phone and not acknowledged yet; a letter leaves only when the server has it or its writer takes it back. */
export class Outbox {
  private running: Promise<void> | undefined
  private readonly acknowledged = new Map<string, number>()

  constructor(
    private readonly store: Store,
    private readonly deliver: Deliver,
    private readonly changed: () => void = () => {},
  ) {}

  letters(): AnyLetter[] {
    return this.store.read<AnyLetter[]>(LETTERS) ?? []
  }

  put(letter: AnyLetter): void {
    this.write([...this.letters().filter(other => other.key !== letter.key), letter])
  }

  remove(key: string): void {
    this.write(this.letters().filter(letter => letter.key !== key))
  }

  /** Sends what waits, one letter after the other; a second call joins the first. */
  async flush(): Promise<void> {
    this.running ??= this.sendAll().finally(() => (this.running = undefined))
    return this.running
  }

  /** Takes a letter back; answers its id when the server already has it, and the caller has to undo it there. */
  async takeBack(key: string): Promise<number | undefined> {
    await this.running
    this.remove(key)
    return this.acknowledged.get(key)
  }

  private async sendAll(): Promise<void> {
    const tried = new Set<string>()
    for (;;) {
      const letter = this.letters().find(one => one.refused === undefined && !tried.has(one.key))
      if (letter === undefined) return
      tried.add(letter.key)
      try {
        this.acknowledged.set(letter.key, await this.deliver(letter, () => this.put(letter)))
        this.remove(letter.key)
      }
      catch (error) {
        if (error instanceof NoSignal) return
        if (error instanceof Refusal && isFinal(error)) {
          this.put({ ...letter, refused: { code: error.problem.code, title: error.problem.title } })
        }
      }
    }
  }

  private write(letters: AnyLetter[]): void {
    if (letters.length === 0) this.store.remove(LETTERS)
    else this.store.write(LETTERS, letters)
    this.changed()
  }
}

function isFinal(refusal: Refusal): boolean {
  const { status } = refusal.problem
  return status >= 400 && status < 500 && !TRY_LATER.includes(status)
}
