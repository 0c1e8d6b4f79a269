import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { tabsFor } from './tabs'
import type { TieView } from '@/api/contract'
import { platform } from '@/platform'

/** Who holds the phone, as far as the pages must know: the ties, kept for days without a signal. */
export const useSession = defineStore('session', () => {
  const ties = ref<TieView[]>(platform.store.read<TieView[]>('ties') ?? [])
  const tabs = computed(() => tabsFor(ties.value))

  function know(known: TieView[]): void {
    ties.value = known
    platform.store.write('ties', known)
  }

  /** After the phone changed hands: reads what is known of the new person. */
  function reload(): void {
    ties.value = platform.store.read<TieView[]>('ties') ?? []
  }

  return { ties, tabs, know, reload }
})
