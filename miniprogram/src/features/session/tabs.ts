import type { TieView } from '@/api/contract'

export type Tab = 'HOME' | 'VISITS' | 'CONTACT' | 'WISHES' | 'ME'

/** What a person may do decides what is at the foot of the page; nobody sees a tab that leads nowhere. */
export function tabsFor(ties: TieView[]): Tab[] {
  const confirmed = new Set(ties.filter(tie => tie.state === 'CONFIRMED').map(tie => tie.kind))
  return [
    'HOME',
    ...(confirmed.has('CADRE_FAMILY') ? (['VISITS'] as const) : []),
    ...(confirmed.has('PARENT') ? (['CONTACT'] as const) : []),
    ...(confirmed.has('CADRE_FAMILY') || confirmed.has('VOLUNTEER') ? (['WISHES'] as const) : []),
    'ME',
  ]
}
