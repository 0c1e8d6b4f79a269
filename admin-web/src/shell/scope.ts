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

  /** The same place and day on another page. */
  function to(name: string, more: LocationQueryRaw = {}, params: Record<string, string | number> = {}): RouteLocationRaw {
    const here: LocationQueryRaw = {}
    if (route.query.division) here.division = division.value
    if (past.value) here.on = on.value
    return { name, params, query: clean({ ...here, ...more }) }
  }

  /** Changes the address of this page; `undefined` takes a value away. */
  function change(more: Record<string, string | number | undefined>): void {
    void router.push({ query: clean({ ...route.query, ...more }) })
  }

  function clean(values: LocationQueryRaw): LocationQueryRaw {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  }

  return { today, division, on, past, query, to, change }
}
