import type { Operations, PhoneSessionView, Problem, RecordedView } from './contract'
import { type Answer, NoSignal, type Outgoing, type Platform } from '@/platform/platform'

/** The server understood and said no. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** Nobody has said yet who holds the phone. */
export class SignedOut extends Error {}

type Options<K extends keyof Operations> = Omit<Operations[K], 'answer'>

/** The one way to the phone API: signs in when it must, once, and never shows a token to anybody. */
export class Client {
  private token: string | undefined
  private opening: Promise<PhoneSessionView> | undefined

  constructor(private readonly platform: Pick<Platform, 'store' | 'loginCode' | 'send' | 'upload'>) {}

  async call<K extends keyof Operations>(operation: K, options: Options<K>): Promise<Operations[K]['answer']> {
    const { path = {}, query = {}, body, key } = options as Loose
    const [method = 'GET', template = ''] = operation.split(' ')
    const address = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])))
    const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
    const request: Outgoing = { method, path: search ? `${address}?${search}` : address, headers: {}, body }
    if (key !== undefined) request.headers['Idempotency-Key'] = key
    const answer = await this.signed(headers => this.platform.send({ ...request, headers: { ...request.headers, ...headers } }))
    return accepted(answer) as Operations[K]['answer']
  }

  async upload(photo: string): Promise<number> {
    const answer = await this.signed(headers => this.platform.upload('/api/phone/photos', photo, headers))
    return (accepted(answer) as RecordedView).id
  }

  /** Signs in, or answers the sign-in that is already on its way. */
  open(): Promise<PhoneSessionView> {
    this.opening ??= this.signIn().finally(() => (this.opening = undefined))
    return this.opening
  }

  forget(): void {
    this.token = undefined
    this.platform.store.remove('token')
  }

  private async signed(send: (headers: Record<string, string>) => Promise<Answer>): Promise<Answer> {
    this.token ??= this.platform.store.read<string>('token')
    if (this.token === undefined) await this.open()
    const answer = await send(this.header())
    if (answer.status !== 401) return answer
    this.forget()
    await this.open()
    return send(this.header())
  }

  private header(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` }
  }

  private async signIn(): Promise<PhoneSessionView> {
    const code = await this.platform.loginCode()
    if (code === undefined) throw new SignedOut()
    const answer = await this.platform.send({ method: 'POST', path: '/api/phone/session', headers: {}, body: { code } })
    const session = accepted(answer) as PhoneSessionView
    this.token = session.token
    this.platform.store.write('token', session.token)
    return session
  }
}

interface Loose {
  path?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  key?: string
}

function accepted(answer: Answer): unknown {
  if (answer.status >= 200 && answer.status < 300) return answer.body
  // A gateway's page instead of a problem means that the server itself never spoke.
  if (answer.status === 0 || [502, 503, 504].includes(answer.status)) throw new NoSignal()
  const problem = (typeof answer.body === 'object' && answer.body !== null ? answer.body : {}) as Partial<Problem>
  throw new Refusal({ title: '', code: 'UNEXPECTED', ...problem, status: answer.status })
}
