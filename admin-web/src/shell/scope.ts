import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw, type RouteLocationRaw } from 'vue-router'
import { useSession } from '@/session/session'

/** Which division on which day: it is in the address, so that a link shows the same page to the next reader. */
export function useScope() {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()

  const today = computed(() => session.person?.today ?? '')
  const division = computed(() => text(route.query.division) ?? session.role?.division.code ?? '')
  const on = computed(() => text(route.query.on) ?? today.value)
  const past = computed(() => on.value !== today.value)

  function text(value: unknown): string | undefined {
    return typeof value === 'string' && value !== '' ? value : undefined
  }

  /** A value of the address. */
  function query(name: string): string | undefined {
    return text(route.query[name])
  }

  /** The same place on another page, and the same day where that page can show one. */
  function to(name: string, more: LocationQueryRaw = {}, params: Record<string, string | number> = {}): RouteLocationRaw {
    const here: LocationQueryRaw = {}
    if (route.query.division) here.division = division.value
    if (past.value && knowsPast(name)) here.on = on.value
    return { name, params, query: clean({ ...here, ...more }) }
  }

  function knowsPast(name: string): boolean {
    return router.getRoutes().some((one) => one.name === name && one.meta.past)
  }

  /** Changes the address of this page and keeps what was searched for; `undefined` takes a value away. */
  function change(more: Record<string, string | number | undefined>): void {
    const searched: unknown = history.state?.searched
    void router.push({ query: clean({ ...route.query, ...more }), state: typeof searched === 'string' ? { searched } : undefined })
  }

  function clean(values: LocationQueryRaw): LocationQueryRaw {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  }

  return { today, division, on, past, query, to, change }
}
