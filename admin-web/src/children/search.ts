import { ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * What was searched for. It may be a child's name, so it lives in the state of the history, which going back and reloading
 * keep, and not in the address, which logs and bookmarks would keep as well.
 */
export function useSearch() {
  const route = useRoute()
  const router = useRouter()
  const searched = ref(now())

  function now(): string {
    const words: unknown = history.state?.searched
    return typeof words === 'string' ? words : ''
  }

  watch(
    () => route.fullPath,
    () => (searched.value = now()),
  )

  /** Searches from the first page on. */
  async function search(words: string): Promise<void> {
    const query = { ...route.query, page: undefined }
    await router.push({ query, state: { searched: words.trim() }, force: true })
    searched.value = now()
  }

  /** Changes the address and keeps the words. */
  function keep(query: Record<string, string | number | undefined>): void {
    const all = Object.fromEntries(Object.entries({ ...route.query, ...query }).filter(([, value]) => value !== undefined && value !== ''))
    void router.push({ query: all, state: { searched: searched.value } }).then(() => (searched.value = now()))
  }

  return { searched, search, keep }
}
