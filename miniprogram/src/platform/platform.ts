/** Thrown when nothing answered: no signal, or the server is away. */
export class NoSignal extends Error {}

export interface Outgoing { method: string, path: string, headers: Record<string, string>, body?: unknown }
export interface Answer { status: number, body: unknown }
export interface Person { openid: string, nickname: string, phone: string }

/** What stays on the phone between two starts. */
export interface Store {
  read<T>(key: string): T | undefined
  write(key: string, value: unknown): void
  remove(key: string): void
}

/** Everything in which WeChat and a browser differ; pages and rules know only this. */
export interface Platform {
  store: Store
  /** The `open-type` of the button that verifies a phone number; undefined where a tap is enough. */
  phoneButton: 'getPhoneNumber' | undefined
  /** A single-use code for signing in; undefined when it is not known yet who holds the phone. */
  loginCode(): Promise<string | undefined>
  /** A single-use code for the verified phone number; undefined when the button's own event brings it. */
  phoneCode(): Promise<string | undefined>
  /** The people one may be in the sandbox; empty in WeChat, which knows who holds the phone. */
  people(): Promise<Person[]>
  /** Says who holds the phone; undefined puts it down again. */
  become(openid: string | undefined): void
  send(request: Outgoing): Promise<Answer>
  upload(path: string, photo: string, headers: Record<string, string>): Promise<Answer>
  /** Lets the person take or pick a photo and keeps it on the phone; undefined when they changed their mind. */
  photo(): Promise<string | undefined>
  dial(number: string): void
}
