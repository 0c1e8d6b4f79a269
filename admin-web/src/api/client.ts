import createClient from 'openapi-fetch'
import { ref } from 'vue'
import type { paths } from '@generated/schema'

/** What the server says when it says no: RFC 9457 with our code. */
export interface Problem {
  title: string
  code: string
  status: number
  fields?: { field: string; message: string }[]
  [fact: string]: unknown
}

/** A request the server refused, or never got. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title)
  }
}

const NOT_REACHED: Problem = { title: '没读到数据，不是你的问题。', code: 'NOT_REACHED', status: 0 }

/** The token Spring Security put into a cookie, sent back as a header with every change. */
export function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : ''
}

export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request: Request) => globalThis.fetch(request),
})

/** When the server last answered: the figures on the screen are no younger. */
export const lastAnswerAt = ref<Date>()

let onSignedOut: () => void = () => {}

/** Says what happens when a session has ended. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act
}

api.use({
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-XSRF-TOKEN', csrfToken())
    return request
  },
  onResponse({ response, schemaPath }) {
    lastAnswerAt.value = new Date()
    if (response.status === 401 && schemaPath !== '/api/admin/session') onSignedOut()
  },
})

/** Unwraps an answer: its data, or a {@link Refused} with the server's own words. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result
  try {
    result = await call
  } catch {
    throw new Refused(NOT_REACHED)
  }
  if (result.response.ok) return result.data as T
  const problem = result.error as Partial<Problem> | undefined
  throw new Refused(problem?.code ? (problem as Problem) : { ...NOT_REACHED, status: result.response.status })
}

/** Sends a file with fields; the generated client does not speak multipart. */
export async function upload<T>(path: string, file: File, fields: Record<string, string>): Promise<T> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return answer<T>(
    fetch(path, { method: 'POST', body: form, headers: { 'X-XSRF-TOKEN': csrfToken() } }).then(async (response) => {
      const body: unknown = await response.json().catch(() => undefined)
      return response.ok ? { data: body as T, response } : { error: body, response }
    }),
  )
}
