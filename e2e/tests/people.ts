// People who may sign in, as the journeys know them: their passwords, their authenticator apps, and the session each of them
// is in. Kept in a file, because every file of journeys runs after another one has signed somebody in.
import { createHmac } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { request, type APIRequestContext } from '@playwright/test'

const FIRST = 'Tongxing-2026'
const OWN = 'Zhong-Xin-2026'
const KEPT = path.resolve(import.meta.dirname, '../target/people')

interface Known {
  own: boolean
  initial: string
  secret?: string
  step?: number
  state?: Awaited<ReturnType<APIRequestContext['storageState']>>
}

/** Somebody signed in to the console: speaks to its API, and lends the session to a browser. */
export class Person {
  private constructor(
    readonly username: string,
    private readonly context: APIRequestContext,
  ) {}

  /** Signs in, replacing the initial password and setting up the app as everybody has to; a session that lives is taken up. */
  static async called(base: string, username: string, initial = FIRST): Promise<Person> {
    const known = read(base, username) ?? { own: false, initial }
    const context = await request.newContext({ baseURL: base, storageState: known.state })
    const person = new Person(username, context)
    if (!(await context.get('/api/admin/session')).ok()) await person.enter(known)
    write(base, username, { ...known, state: await context.storageState() })
    return person
  }

  private async enter(known: Known): Promise<void> {
    const session = await this.signIn(known)
    if (session.mustChangePassword) await this.put('/api/admin/session/password', { current: known.initial, replacement: OWN })
    known.own = true
    if (session.secondFactor === 'NONE') return
    if (session.secondFactor === 'ENROL') known.secret = (await this.post('/api/admin/session/second-factor/enrolment', {})).secret
    // The app never shows a code twice, and the server takes none twice.
    known.step = Math.max(Math.floor(Date.now() / 30_000) - 1, (known.step ?? 0) + 1)
    await this.post('/api/admin/session/second-factor', { code: code(known.secret ?? '', known.step) })
  }

  private async signIn(known: Known) {
    for (const password of known.own ? [OWN] : [known.initial, OWN]) {
      const answer = await this.call('POST', '/api/admin/session', { username: this.username, password })
      if (answer.ok()) return answer.json()
    }
    throw new Error(`${this.username} cannot sign in`)
  }

  get = async (url: string) => this.json('GET', url)
  post = async (url: string, body: unknown) => this.json('POST', url, body)
  put = async (url: string, body: unknown) => this.json('PUT', url, body)

  /** Sends a workbook. */
  async upload(url: string, name: string, bytes: Uint8Array, fields: Record<string, string>) {
    const answer = await this.context.post(url, {
      headers: await this.token(),
      multipart: { ...fields, file: { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(bytes) } },
    })
    if (!answer.ok()) throw new Error(`${url}: ${await answer.text()}`)
    return answer.json()
  }

  /** The session, for a browser to go on with. */
  session = () => this.context.storageState()

  private async json(method: string, url: string, body?: unknown) {
    const answer = await this.call(method, url, body)
    if (!answer.ok()) throw new Error(`${method} ${url}: ${await answer.text()}`)
    const text = await answer.text()
    return text ? JSON.parse(text) : {}
  }

  private async call(method: string, url: string, body?: unknown) {
    return this.context.fetch(url, { method, data: body, headers: method === 'GET' ? {} : await this.token() })
  }

  private async token(): Promise<Record<string, string>> {
    const { cookies } = await this.context.storageState()
    const token = cookies.find((one) => one.name === 'XSRF-TOKEN')?.value ?? ''
    return { 'X-XSRF-TOKEN': decodeURIComponent(token) }
  }
}

/** RFC 6238, as authenticator apps reckon. */
function code(secret: string, step: number): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', key).update(counter).digest()
  return String((hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function file(base: string, username: string): string {
  return path.join(KEPT, `${new URL(base).host.replace(/\W/g, '-')}-${username}.json`)
}

function read(base: string, username: string): Known | undefined {
  const kept = file(base, username)
  return fs.existsSync(kept) ? JSON.parse(fs.readFileSync(kept, 'utf8')) : undefined
}

function write(base: string, username: string, known: Known): void {
  fs.mkdirSync(KEPT, { recursive: true })
  fs.writeFileSync(file(base, username), JSON.stringify(known))
}
