import type { Day, HomeChild, HomeView } from '@/api/contract'
import { lastDay } from './stones'

/** The one sentence of the first page, as facts; the words are the locale's. */
export type Headline =
  | { kind: 'STRANGER' }
  | { kind: 'WAITING' }
  | { kind: 'NO_CHILD' }
  | { kind: 'OVERDUE', child: HomeChild, lastVisitOn?: Day }
  | { kind: 'DUE', child: HomeChild, others: number, until: Day }
  | { kind: 'CONTACT', child: HomeChild }
  | { kind: 'HELPER' }
  | { kind: 'ALL_DONE' }

export function headline(home: Pick<HomeView, 'ties' | 'children'>): Headline {
  const confirmed = home.ties.filter(tie => tie.state === 'CONFIRMED')
  if (confirmed.length === 0) return { kind: home.ties.some(tie => tie.state === 'REQUESTED') ? 'WAITING' : 'STRANGER' }
  const paired = home.children.filter(child => child.as === 'CADRE_FAMILY')
  return visitOf(paired) ?? withoutVisit(home, paired)
}

/** Children with the most pressing visit first. */
export function byNeed(children: HomeChild[]): HomeChild[] {
  return [...children].sort((one, other) => need(other) - need(one) || until(one).localeCompare(until(other)))
}

function visitOf(paired: HomeChild[]): Headline | undefined {
  const [first] = byNeed(paired)
  if (first === undefined) return undefined
  if (need(first) === 2) return { kind: 'OVERDUE', child: first, lastVisitOn: first.lastVisitOn }
  const due = paired.filter(child => need(child) === 1)
  const window = first.windows.find(one => one.state === 'DUE')
  return window && { kind: 'DUE', child: first, others: due.length - 1, until: lastDay(window) }
}

function withoutVisit(home: Pick<HomeView, 'ties' | 'children'>, paired: HomeChild[]): Headline {
  if (paired.length > 0) return { kind: 'ALL_DONE' }
  const own = home.children.find(child => child.as === 'PARENT')
  if (own) return { kind: 'CONTACT', child: own }
  const helps = home.ties.some(tie => tie.kind === 'VOLUNTEER' && tie.state === 'CONFIRMED')
  return { kind: helps ? 'HELPER' : 'NO_CHILD' }
}

/** 2 = a window passed without a visit, 1 = one is open, 0 = nothing to do. */
function need(child: HomeChild): 0 | 1 | 2 {
  if (child.windows.some(window => window.state === 'OVERDUE')) return 2
  return child.windows.some(window => window.state === 'DUE') ? 1 : 0
}

function until(child: HomeChild): Day {
  return child.windows.find(window => window.state === 'DUE' || window.state === 'OVERDUE')?.until ?? '9999'
}
