import { ref } from 'vue'
import { Refusal, SignedOut } from '@/api'
import { t } from '@/locale'
import { NoSignal } from '@/platform'

/** Something that needs the server at once: one at a time, and what came of it in words. */
export function useDeed() {
  const busy = ref(false)
  const said = ref('')
  const failed = ref(false)

  async function run(work: () => Promise<unknown>, done = ''): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    said.value = ''
    try {
      await work()
      said.value = done
      failed.value = false
      return true
    }
    catch (error) {
      said.value = wordsOf(error)
      failed.value = true
      return false
    }
    finally {
      busy.value = false
    }
  }

  return { busy, said, failed, run }
}

export function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return t.refusal(error.problem)
  if (error instanceof NoSignal) return t.state.noSignal
  return error instanceof SignedOut ? t.state.signedOut : t.state.failed
}
