import { computed } from 'vue'
import { byChild, inOrder, isDue, isVisit } from './round'
import { call } from '@/api'
import { clock } from '@/keeping'
import { useCopy } from '@/keeping/useCopy'

/** The children one answers for: what is owed to each and until when, who is to be visited now, and who comes next. */
export function useRound() {
  const { value, at, state, failure, refresh: refreshChildren } = useCopy('round', () => call('GET /api/phone/children', {}))
  const { value: duties, refresh: refreshDuties } = useCopy('duties', () => call('GET /api/phone/duties', {}))

  const owed = computed(() => byChild((duties.value ?? []).filter(duty => duty.child.as !== 'PARENT')))
  const children = computed(() => [
    ...[...owed.value.values()].flatMap(ofOne => ofOne.slice(0, 1).map(duty => duty.child)),
    ...inOrder((value.value ?? []).filter(child => !owed.value.has(child.id))),
  ])
  const due = computed(() => children.value.filter(child =>
    (duties.value ? owed.value.get(child.id)?.some(isVisit) : isDue(child, clock.today()))))
  const next = computed(() => due.value[0])

  async function refresh(): Promise<void> {
    await Promise.all([refreshChildren(), refreshDuties()])
  }

  /** Whether anything has been read yet: before that nobody can say that nothing is due. */
  const known = computed(() => value.value !== undefined)

  return { children, owed, due, next, known, at, state, failure, refresh }
}
