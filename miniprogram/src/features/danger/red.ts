import { computed } from 'vue'
import { call } from '@/api'
import { useCopy } from '@/keeping/useCopy'

/** The children one visits about whom a report is open; without a signal as last seen. */
export function useRed() {
  const { value, refresh } = useCopy('red', () => call('GET /api/phone/dangers/children', {}))
  const red = computed(() => new Set(value.value ?? []))
  return { red, refresh }
}
