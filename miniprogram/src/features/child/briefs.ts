import { call } from '@/api'
import { clock, copies } from '@/keeping'

// Looking is a deed that is written down, so nobody's brief is fetched more often than a day has use for.
const FRESH_FOR = 12 * 3_600_000
const MOST = 5

/** Brings the briefs a visit without a signal will want to the phone, a few and not often. */
export async function fetchBriefs(childIds: number[]): Promise<void> {
  for (const id of childIds.slice(0, MOST)) {
    const copy = copies.get(`brief:${id}`)
    if (copy !== undefined && clock.now().getTime() < Date.parse(copy.at) + FRESH_FOR) continue
    try {
      const brief = await call('GET /api/phone/children/{id}/brief', { path: { id } })
      copies.put(`brief:${id}`, brief, brief.expiresAt)
    }
    catch {
      return
    }
  }
}
