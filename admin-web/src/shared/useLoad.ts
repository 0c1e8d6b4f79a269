import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { Refused, type Problem } from '@/api/client'

/** Something read from the server: what came, whether it is still coming, and what went wrong. */
export interface Loaded<T> {
  data: ShallowRef<T | undefined>
  loading: Ref<boolean>
  problem: Ref<Problem | undefined>
  reload: () => Promise<void>
}

/** Reads now and whenever `source` changes; an older answer never overwrites a newer one. */
export function useLoad<S, T>(source: () => S | undefined, read: (value: S) => Promise<T>): Loaded<T> {
  const data = shallowRef<T>()
  const loading = ref(false)
  const problem = ref<Problem>()
  let turn = 0

  async function reload(): Promise<void> {
    const value = source()
    if (value === undefined) return
    const mine = ++turn
    loading.value = true
    try {
      const read_ = await read(value)
      if (mine !== turn) return
      data.value = read_
      problem.value = undefined
    } catch (error) {
      if (mine !== turn) return
      if (!(error instanceof Refused)) throw error
      problem.value = error.problem
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  watch(() => JSON.stringify(source()), reload, { immediate: true })
  return { data, loading, problem, reload }
}
