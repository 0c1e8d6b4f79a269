import { reactive } from 'vue'
import { answer, api } from '@/api/client'

/** The clause in force by what it speaks of, for each place and day that a screen asked about. */
const known = reactive(new Map<string, Record<string, string>>())
const asked = new Set<string>()

/** The clause in force on a subject; nothing where no book there speaks of it, or until the answer is here. */
export function clauseOn(subject: string, division: string, on?: string): string | undefined {
  const key = `${division} ${on ?? ''}`
  if (division && !asked.has(key)) void read(key, division, on)
  return known.get(key)?.[subject]
}

/** Another book is followed from now on. */
export function forgetClauses(): void {
  asked.clear()
  known.clear()
}

async function read(key: string, division: string, on?: string): Promise<void> {
  asked.add(key)
  try {
    known.set(key, (await answer(api.GET('/api/admin/rulebooks/in-force/clauses', { params: { query: { division, on } } }))).bySubject)
  } catch {
    // The words beside the clause stand without it; the next screen asks again.
    asked.delete(key)
  }
}
