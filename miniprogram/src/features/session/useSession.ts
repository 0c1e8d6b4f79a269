import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { tabsFor } from './tabs'
import type { TieKind, TieView } from '@/api/contract'
import { copies, hands } from '@/keeping'

const STAFF: TieKind[] = ['CHILD_DIRECTOR', 'CHILD_SUPERVISOR']

/** Who holds the phone, as far as the pages must know: the ties, kept for days without a signal. */
export const useSession = defineStore('session', () => {
  const ties = ref<TieView[]>([])
  const confirmed = computed(() => new Set(ties.value.filter(tie => tie.state === 'CONFIRMED').map(tie => tie.kind)))
  const tabs = computed(() => tabsFor(confirmed.value))
  /**
   * Whoever is or was let near a child, and may report danger: a volunteer knows none by name, but brings a wish along with the
   * family; and what somebody saw whose last tie has ended can still be told.
   */
  const nearAChild = computed(() => ties.value.some(tie => tie.state === 'CONFIRMED' || tie.state === 'REVOKED'))
  /** Who may promise a wish. */
  const mayPromise = computed(() => confirmed.value.has('VOLUNTEER') || confirmed.value.has('CADRE_FAMILY'))
  const isStaff = computed(() => STAFF.some(kind => confirmed.value.has(kind)))

  watch(hands, reload, { immediate: true })

  function know(known: TieView[]): void {
    ties.value = known
    copies.put('ties', known)
  }

  /** After the phone changed hands: what is known of the new person. */
  function reload(): void {
    ties.value = copies.get<TieView[]>('ties')?.value ?? []
  }

  return { ties, confirmed, tabs, nearAChild, mayPromise, isStaff, know }
})
