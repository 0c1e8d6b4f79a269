import { reactive } from 'vue'
import type { BookView, ClauseView } from '@generated/schema'
import { answer, api } from '@/api/client'

/** Rule books do not change while somebody reads: each is fetched once. */
const books = new Map<string, Promise<BookView>>()
const documents = new Map<string, Promise<string[]>>()

/** The clause that lies open beside the page; none when nothing does. */
export const open = reactive<{ clause?: string }>({})

/** The book of a clause id, such as JB of JB-24. */
export function bookOf(clause: string): string {
  return clause.slice(0, clause.indexOf('-'))
}

/** Whether this names a clause of a document; local settings are called by their Chinese names. */
export function isClause(name: string): boolean {
  return /^[A-Z]{2,4}-\d+/.test(name)
}

export function book(id: string): Promise<BookView> {
  return remembered(books, id, () => answer(api.GET('/api/admin/rulebooks/{id}', { params: { path: { id } } })))
}

export async function clause(id: string): Promise<{ book: BookView; clause: ClauseView } | undefined> {
  const found = await book(bookOf(id))
  const one = found.clauses.find((other) => other.id === id)
  return one && { book: found, clause: one }
}

/** The paragraphs of a book's document. */
export function paragraphs(id: string): Promise<string[]> {
  return remembered(documents, id, async () => (await answer(api.GET('/api/admin/rulebooks/{id}/document', { params: { path: { id } } }))).paragraphs)
}

function remembered<T>(store: Map<string, Promise<T>>, id: string, read: () => Promise<T>): Promise<T> {
  const known = store.get(id)
  if (known) return known
  const reading = read()
  store.set(id, reading)
  reading.catch(() => store.delete(id))
  return reading
}
