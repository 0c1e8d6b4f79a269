import { inOrder, isKind, type Kind, type Sheet } from './sheet'
import type { Shelf } from '@/keeping/Shelf'

const SHEET = 'sheet:'
const SENT_SHOWN_FOR = 3 * 86_400_000

/** What is written on this phone by whoever holds it; each sheet is a record of its own, so none can take another along. */
export class Sheets {
  constructor(private readonly shelf: Shelf, private readonly changed: () => void = () => {}) {}

  all(): Sheet[] {
    return inOrder(this.shelf.names(SHEET).flatMap(name => this.shelf.read<Sheet>(name) ?? []))
  }

  of<K extends Kind>(kind: K): Sheet<K>[] {
    return this.all().filter(sheet => isKind(sheet, kind)) as Sheet<K>[]
  }

  get(key: string): Sheet | undefined {
    return this.shelf.read<Sheet>(SHEET + key)
  }

  /** Throws when the phone is full; the record before it is then still there. */
  write(sheet: Sheet): void {
    this.shelf.write(SHEET + sheet.key, sheet)
    this.changed()
  }

  remove(key: string): void {
    this.shelf.remove(SHEET + key)
    this.changed()
  }

  /** Lets go of what the server has had for some days. */
  tidy(now: number): void {
    for (const sheet of this.all()) {
      if (sheet.state === 'SENT' && now > Date.parse(sheet.sentAt ?? sheet.begunAt) + SENT_SHOWN_FOR) this.remove(sheet.key)
    }
  }
}
