import { type Ref, ref } from 'vue'
import { NoSignal, platform } from '@/platform'

interface Copy<T> { value: T, at: string }

/** A list that shows its last copy at once and the fresh one when it comes; a page never waits for the network. */
export function useLastCopy<T>(name: string, load: () => Promise<T>) {
  const kept = platform.store.read<Copy<T>>(`copy:${name}`)
  const value = ref(kept?.value) as Ref<T | undefined>
  const at = ref(kept?.at)
  const state = ref<'LOADING' | 'FRESH' | 'OLD' | 'FAILED'>('LOADING')
  const failure = ref<unknown>()

  async function refresh(): Promise<void> {
    try {
      value.value = await load()
      at.value = new Date().toISOString()
      state.value = 'FRESH'
      failure.value = undefined
      platform.store.write(`copy:${name}`, { value: value.value, at: at.value } satisfies Copy<T>)
    }
    catch (error) {
      failure.value = error
      state.value = error instanceof NoSignal ? 'OLD' : 'FAILED'
    }
  }

  return { value, at, state, failure, refresh }
}

/** The last copy alone, for pages that must open without a network. */
export function lastCopy<T>(name: string): T | undefined {
  return platform.store.read<Copy<T>>(`copy:${name}`)?.value
}
