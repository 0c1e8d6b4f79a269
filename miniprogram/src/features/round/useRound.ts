import { computed } from 'vue'
import { inOrder, isDue } from './round'
import { call } from '@/api'
import { clock } from '@/keeping'
import { useCopy } from '@/keeping/useCopy'

/** The children one answers for, who is to be visited now, and who comes next. */
export function useRound() {
  const { value, at, state, failure, refresh } = useCopy('round', () => call('GET /api/phone/children', {}))
  const children = computed(() => inOrder(value.value ?? []))
  const due = computed(() => children.value.filter(child => isDue(child, clock.today())))
  const next = computed(() => due.value[0])
  return { children, due, next, at, state, failure, refresh }
}
