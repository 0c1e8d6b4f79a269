import type { DutyView, HomeChild, HomeView, MyChildView } from '@/api/contract'
import { call } from '@/api'
import { fetchBriefs } from '@/features/child/briefs'
import { useSession } from '@/features/session/useSession'
import { copies } from '@/keeping'
import { lastCopy, useCopy } from '@/keeping/useCopy'

/** The first page's content; what is kept about children who are no longer this person's goes with every fresh look. */
export function useHome() {
  const session = useSession()
  const { value: home, at, state, failure, refresh } = useCopy('home', () => call('GET /api/phone/home', {}))

  async function look(): Promise<void> {
    await refresh()
    if (state.value !== 'FRESH' || home.value === undefined) return
    session.know(home.value.ties)
    const round = session.isStaff ? ofRound() : []
    copies.keepOnly([...home.value.children, ...round].map(child => child.id))
    void fetchBriefs(home.value.children.filter(child => child.as === 'CADRE_FAMILY').map(child => child.id))
  }

  return { home, at, state, failure, refresh: look }
}

/** What the phone knows of a child it may record a visit for, without asking anybody. */
export type VisitedChild = Pick<HomeChild, 'id' | 'as' | 'petName' | 'sex' | 'villageName'> & Partial<Pick<HomeChild, 'visitsThisYear'>>

/** The children one may visit, as last seen: paired ones first, then those of the round. */
export function visitedChildren(): VisitedChild[] {
  const paired = (lastCopy<HomeView>('home')?.children ?? []).filter(child => child.as === 'CADRE_FAMILY')
  const round = ofRound()
  return [...paired, ...round.filter(child => !paired.some(one => one.id === child.id))]
}

/** The first page of the village, and whoever waits beyond it. */
function ofRound(): MyChildView[] {
  const round = lastCopy<MyChildView[]>('round') ?? []
  const owed = (lastCopy<DutyView[]>('duties') ?? []).map(duty => duty.child).filter(child => child.as !== 'PARENT')
  return [...round, ...owed.filter((child, place) =>
    !round.some(one => one.id === child.id) && owed.findIndex(one => one.id === child.id) === place)]
}

export function childrenAs(as: HomeChild['as']): HomeChild[] {
  return (lastCopy<HomeView>('home')?.children ?? []).filter(child => child.as === as)
}
