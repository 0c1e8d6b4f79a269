import type { TieKind } from '@/api/contract'

export type Tab = 'HOME' | 'VISITS' | 'CONTACT' | 'NEWS' | 'WISHES' | 'ME'

const PLACES = 5
// What is left out when somebody is many things at once; home leads there too.
const FIRST_TO_GO: Tab[] = ['NEWS', 'WISHES']

const FOR: Record<Exclude<Tab, 'HOME' | 'ME'>, TieKind[]> = {
  VISITS: ['CADRE_FAMILY', 'CHILD_DIRECTOR', 'CHILD_SUPERVISOR'],
  CONTACT: ['PARENT'],
  NEWS: ['PARENT'],
  WISHES: ['CADRE_FAMILY', 'VOLUNTEER'],
}

/** What a person may do decides what is at the foot of the page; nobody sees a tab that leads nowhere. */
export function tabsFor(confirmed: Set<TieKind>): Tab[] {
  const own = (Object.keys(FOR) as (keyof typeof FOR)[]).filter(tab => FOR[tab].some(kind => confirmed.has(kind)))
  const spare = FIRST_TO_GO.slice(0, Math.max(0, own.length + 2 - PLACES))
  return ['HOME', ...own.filter(tab => !spare.includes(tab)), 'ME']
}
