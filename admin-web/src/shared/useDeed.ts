import { ref } from 'vue'
import { Refused, type Problem } from '@/api/client'

/** Something the person does: one at a time, and a refusal is said at the place where it was asked. */
export function useDeed() {
  const busy = ref(false)
  const problem = ref<Problem>()

  async function attempt<T>(deed: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = undefined
    try {
      return await deed()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      problem.value = error.problem
      return undefined
    } finally {
      busy.value = false
    }
  }

  /** Whether it came through, for a deed whose answer nobody needs. */
  async function did(deed: () => Promise<unknown>): Promise<boolean> {
    const done = await attempt(async () => {
      await deed()
      return true
    })
    return done === true
  }

  return { busy, problem, attempt, did }
}
