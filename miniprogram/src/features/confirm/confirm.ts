import type { ContactToConfirmView, HomeChild, VisitToConfirmView } from '@/api/contract'
import { dayOf } from '@/day'
import { t } from '@/locale'
import { isKind, type Sheet } from '@/outbox/sheet'

/** Something somebody told that the person at home knows to be so or not. */
export interface Asked { of: 'VISIT' | 'CONTACT', id: number, text: string, on: string }

/** Visits and calls in one list, the oldest first. */
export function toConfirm(
  visits: VisitToConfirmView[],
  contacts: ContactToConfirmView[],
  children: Pick<HomeChild, 'id' | 'petName'>[],
): Asked[] {
  const nameOf = (ids: number[]) =>
    children.filter(child => ids.includes(child.id)).map(child => child.petName).filter((name, place, all) => all.indexOf(name) === place)
      .join('、') || t.confirm.child
  return [
    ...visits.map(visit => ({
      of: 'VISIT' as const,
      id: visit.id,
      on: visit.visitedOn,
      text: t.confirm.visit(visit.by, t.day(visit.visitedOn), nameOf(visit.childIds)),
    })),
    ...contacts.map((contact) => {
      const on = dayOf(new Date(contact.contactedAt))
      return { of: 'CONTACT' as const, id: contact.id, on, text: t.confirm.contact(contact.by, t.day(on), contact.petName, contact.kind) }
    }),
  ].sort((one, other) => one.on.localeCompare(other.on) || one.id - other.id)
}

/** Without what has been tapped already and is still on its way. */
export function stillOpen(asked: Asked[], sheets: Sheet[]): Asked[] {
  const tapped = new Set(sheets.flatMap(sheet =>
    isKind(sheet, 'CONFIRMATION') && sheet.state !== 'STOPPED' ? [`${sheet.content.of}-${sheet.content.id}`] : []))
  return asked.filter(one => !tapped.has(`${one.of}-${one.id}`))
}
