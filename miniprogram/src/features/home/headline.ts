import type { Day, HomeChild, HomeView, MyChildView, TieKind } from '@/api/contract'
import { lastDay } from './stones'

/** The one sentence of the first page, as facts; the words are the locale's. */
export type Headline =
  | { kind: 'STRANGER' }
  | { kind: 'WAITING' }
  | { kind: 'NO_CHILD' }
  | { kind: 'OVERDUE', child: HomeChild, lastVisitOn?: Day }
  | { kind: 'DUE', child: HomeChild, others: number, until: Day }
  | { kind: 'ROUND', child: Pick<MyChildView, 'petName' | 'villageName'> }
  | { kind: 'CONFIRM', count: number }
  | { kind: 'CONTACT', child: HomeChild }
  | { kind: 'CAREGIVER', child: HomeChild }
  | { kind: 'HELPER' }
  | { kind: 'ALL_DONE' }

type Known = Pick<HomeView, 'ties' | 'children'> & Partial<Pick<HomeView, 'toConfirm'>>

/** What presses most; somebody who is several things at once hears of the child that waits longest first. */
export function headline(home: Known, next?: Pick<MyChildView, 'petName' | 'villageName'>): Headline {
  const confirmed = new Set(home.ties.filter(tie => tie.state === 'CONFIRMED').map(tie => tie.kind))
  if (confirmed.size === 0) return { kind: home.ties.some(tie => tie.state === 'REQUESTED') ? 'WAITING' : 'STRANGER' }
  return visitOf(home.children.filter(child => child.as === 'CADRE_FAMILY'))
    ?? roundOf(next)
    ?? contactOf(home)
    ?? atRest(home, confirmed)
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

function roundOf(next?: Pick<MyChildView, 'petName' | 'villageName'>): Headline | undefined {
  return next && { kind: 'ROUND', child: next }
}

function contactOf(home: Known): Headline | undefined {
  const own = home.children.find(child => child.as === 'PARENT')
  if (own) return { kind: 'CONTACT', child: own }
  const count = home.toConfirm ?? 0
  if (count > 0) return { kind: 'CONFIRM', count }
  const cared = home.children.find(child => child.as === 'CAREGIVER')
  return cared && { kind: 'CAREGIVER', child: cared }
}

function atRest(home: Known, confirmed: Set<TieKind>): Headline {
  const goes = home.children.length > 0 || confirmed.has('CHILD_DIRECTOR') || confirmed.has('CHILD_SUPERVISOR')
  if (goes) return { kind: 'ALL_DONE' }
  return { kind: confirmed.has('VOLUNTEER') ? 'HELPER' : 'NO_CHILD' }
}

/** 2 = a window passed without a visit, 1 = one is open, 0 = nothing to do. */
function need(child: HomeChild): 0 | 1 | 2 {
  if (child.windows.some(window => window.state === 'OVERDUE')) return 2
  return child.windows.some(window => window.state === 'DUE') ? 1 : 0
}

function until(child: HomeChild): Day {
  return child.windows.find(window => window.state === 'DUE' || window.state === 'OVERDUE')?.until ?? '9999'
}
