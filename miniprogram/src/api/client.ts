import type { Operations, PhoneSessionView, Problem, RecordedView } from './contract'
import type { Holder } from '@/keeping/Holder'
import { type Answer, NoSignal, type Outgoing, type Platform } from '@/platform/platform'

/** The server understood and said no. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** Nobody has said yet who holds the phone. */
export class SignedOut extends Error {}

/** Somebody else holds the phone than the one for whom the work was begun. */
export class HandsChanged extends Error {}

type Options<K extends keyof Operations> = Omit<Operations[K], 'answer'>
export type Call = <K extends keyof Operations>(operation: K, options: Options<K>) => Promise<Operations[K]['answer']>

/** The one way to the phone API: signs in when it must, once, and never shows a token to anybody. */
export class Client {
  private opening: Promise<void> | undefined

  constructor(
    private readonly platform: Pick<Platform, 'loginCode' | 'send' | 'upload' | 'picture'>,
    private readonly holder: Pick<Holder, 'wake' | 'token' | 'hands' | 'left' | 'opened' | 'tokenUsedUp'>,
    private readonly heard: (server: number) => void = () => {},
  ) {}

  readonly call: Call = (operation, options) => this.callFor(undefined, operation, options)

  /** The same calls, for whoever holds the phone now and nobody after. */
  line(): { call: Call, upload(photo: string): Promise<number>, holds(): boolean } {
    const { hands } = this.holder
    return {
      call: (operation, options) => this.callFor(hands, operation, options),
      upload: photo => this.uploadFor(hands, photo),
      holds: () => this.holder.hands === hands,
    }
  }

  upload(photo: string): Promise<number> {
    return this.uploadFor(undefined, photo)
  }

  /** A picture that only the signed-in person may see, as something an image can show. */
  async picture(path: string): Promise<string | undefined> {
    await this.holder.wake()
    return this.platform.picture(path, { Authorization: `Bearer ${this.holder.token ?? (await this.fresh())}` })
  }

  /** Signs in with a code of WeChat's, or joins the sign-in that is already on its way. */
  async open(): Promise<void> {
    this.opening ??= this.signIn().finally(() => (this.opening = undefined))
    return this.opening
  }

  /** A call that needs nobody signed in. */
  async ask<K extends keyof Operations>(operation: K, options: Options<K>): Promise<Operations[K]['answer']> {
    return this.accepted(await this.platform.send(outgoing(operation, options))) as Operations[K]['answer']
  }

  /** Signs in with what somebody typed. */
  async openWith<K extends keyof Operations>(operation: K, options: Options<K>): Promise<void> {
    await this.holder.opened((await this.ask(operation, options)) as PhoneSessionView)
  }

  private async callFor<K extends keyof Operations>(
    hands: number | undefined,
    operation: K,
    options: Options<K>,
  ): Promise<Operations[K]['answer']> {
    const request = outgoing(operation, options)
    const answer = await this.signed(hands, headers =>
      this.platform.send({ ...request, headers: { ...request.headers, ...headers } }))
    return this.accepted(answer) as Operations[K]['answer']
  }

  private async uploadFor(hands: number | undefined, photo: string): Promise<number> {
    const answer = await this.signed(hands, headers => this.platform.upload('/api/phone/photos', photo, headers))
    return (this.accepted(answer) as RecordedView).id
  }

  private async signed(hands: number | undefined, send: (headers: Record<string, string>) => Promise<Answer>): Promise<Answer> {
    await this.holder.wake()
    const token = this.holder.token ?? (await this.fresh())
    const answer = await this.sendFor(hands, token, send)
    if (answer.status !== 401) return answer
    await this.holder.tokenUsedUp(token)
    return this.sendFor(hands, await this.fresh(), send)
  }

  private sendFor(hands: number | undefined, token: string, send: (headers: Record<string, string>) => Promise<Answer>) {
    if (hands !== undefined && hands !== this.holder.hands) throw new HandsChanged()
    return send({ Authorization: `Bearer ${token}` })
  }

  private async fresh(): Promise<string> {
    if (this.holder.left) throw new SignedOut()
    await this.open()
    return this.holder.token!
  }

  private async signIn(): Promise<void> {
    const code = await this.platform.loginCode()
    if (code === undefined) throw new SignedOut()
    await this.openWith('POST /api/phone/session', { body: { code } })
  }

  private accepted(answer: Answer): unknown {
    if (answer.date !== undefined) this.heard(Date.parse(answer.date))
    if (answer.status >= 200 && answer.status < 300) return answer.body
    // A gateway's page instead of a problem means that the server itself never spoke.
    if (answer.status === 0 || [502, 503, 504].includes(answer.status)) throw new NoSignal()
    const problem = (typeof answer.body === 'object' && answer.body !== null ? answer.body : {}) as Partial<Problem>
    throw new Refusal({ title: '', code: 'UNEXPECTED', ...problem, status: answer.status })
  }
}

interface Loose {
  path?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  key?: string
}

function outgoing<K extends keyof Operations>(operation: K, options: Options<K>): Outgoing {
  const { path = {}, query = {}, body, key } = options as Loose
  const [method = 'GET', template = ''] = operation.split(' ')
  const address = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])))
  const search = Object.entries(query).filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key }
  return { method, path: search ? `${address}?${search}` : address, headers, body }
}
