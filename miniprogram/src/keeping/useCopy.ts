import { type Ref, ref } from 'vue'
import { copies, holder } from '.'
import { NoSignal } from '@/platform'

export type CopyState = 'LOADING' | 'FRESH' | 'OLD' | 'FAILED'

/** A list that shows its last copy at once and the fresh one when it comes; a page never waits for the network. */
export function useCopy<T>(name: string, load: () => Promise<T>, until: (value: T) => string | undefined = () => undefined) {
  const kept = copies.get<T>(name)
  const value = ref(kept?.value) as Ref<T | undefined>
  const at = ref(kept?.at)
  const state = ref<CopyState>('LOADING')
  const failure = ref<unknown>()
  let latest = 0

  async function refresh(): Promise<void> {
    const mine = ++latest
    await holder.wake()
    if (value.value === undefined) show()
    const whose = holder.owner
    try {
      const fresh = await load()
      // Somebody else may hold the phone by now, or a later question has been answered before.
      if (mine !== latest || holder.owner === undefined || (whose !== undefined && whose !== holder.owner)) return
      copies.put(name, fresh, until(fresh))
      value.value = fresh
      at.value = new Date().toISOString()
      state.value = 'FRESH'
      failure.value = undefined
    }
    catch (error) {
      if (mine !== latest) return
      failure.value = error
      state.value = error instanceof NoSignal ? 'OLD' : 'FAILED'
    }
  }

  function show(): void {
    const copy = copies.get<T>(name)
    value.value = copy?.value
    at.value = copy?.at
  }

  return { value, at, state, failure, refresh }
}

/** The last copy alone, for pages that must open without a network. */
export function lastCopy<T>(name: string): T | undefined {
  return copies.get<T>(name)?.value
}
