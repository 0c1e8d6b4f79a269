/** Thrown when nothing answered: no signal, or the server is away. */
export class NoSignal extends Error {}

export interface Outgoing { method: string, path: string, headers: Record<string, string>, body?: unknown }
/** `date` is the server's own time, where it says so. */
export interface Answer { status: number, body: unknown, date?: string }
export interface Person { openid: string, nickname: string, phone: string }
export interface Position { latitude: number, longitude: number, accuracyMetres?: number }

/** What stays on the phone between two starts; a write is done as a whole or not at all. */
export interface Store {
  read<T>(name: string): T | undefined
  write(name: string, value: unknown): void
  remove(name: string): void
  names(): string[]
}

/** One secret, kept apart from the store. */
export interface Secrets {
  read(): Promise<string | undefined>
  write(text: string): Promise<void>
  remove(): Promise<void>
}

/** Photos that have not been sent; a file's name outlives the start that made it. */
export interface Photos {
  /** Lets the person take or pick one; undefined when they changed their mind. */
  take(): Promise<string | undefined>
  /** An address to show it by; undefined when it is no longer there. */
  address(file: string): Promise<string | undefined>
  drop(file: string): Promise<void>
}

/** WeChat's own question before anything personal is used, put by the page that is open. */
export interface PrivacyQuestion { agree(): void, refuse(): void }

export interface Launch {
  /** The code of an invitation the person came by. */
  invitation?: string
}

/** Everything in which WeChat and a browser differ; pages and rules know only this. */
export interface Platform {
  inWeChat: boolean
  store: Store
  secrets: Secrets
  photos: Photos
  /** A single-use code for signing in; undefined when it is not known yet who holds the phone. */
  loginCode(): Promise<string | undefined>
  /** A single-use code for the verified phone number; undefined when WeChat's button brings it, or there is none. */
  phoneCode(): Promise<string | undefined>
  /** The people one may be in the sandbox; empty in WeChat, which knows who holds the phone. */
  people(): Promise<Person[]>
  /** Says who holds the phone; undefined puts it down again. */
  become(openid: string | undefined): void
  send(request: Outgoing): Promise<Answer>
  upload(path: string, photo: string, headers: Record<string, string>): Promise<Answer>
  /** Brings a picture that only the signed-in person may see; undefined when it does not come. */
  picture(path: string, headers: Record<string, string>): Promise<string | undefined>
  /** The full address of a path on the server, for pictures. */
  address(path: string): string
  dial(number: string): void
  /** Where the phone is; undefined when it does not say. */
  place(): Promise<Position | undefined>
  /** Asks whether these messages may be sent; answers in WeChat's own words, template by template. Only right after a tap. */
  askMessages(templates: string[]): Promise<Record<string, string>>
  /** How much larger than usual the person has WeChat's letters. */
  letters(): number
  /** Hands WeChat's privacy questions on; a browser has none. */
  onPrivacyQuestion(ask: (question: PrivacyQuestion) => void): void
  /** Opens the privacy guide the operator has filed with WeChat; false where there is none. */
  openPrivacyGuide(): boolean
  onLaunch(options: unknown): Launch
}
