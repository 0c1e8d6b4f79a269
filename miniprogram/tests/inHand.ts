// A phone in somebody's hand: the app's own modules, over a WeChat that answers what the test says.
import { vi } from 'vitest'
import { type App, createApp } from 'vue'
import { KEY_A } from './memory'
import { type FakeWeChat, fakeWeChat, type Sent } from './wechat/wx'

export interface InHand {
  wechat: FakeWeChat
  /** What the server answers; by method and path, without what stands behind the question mark. */
  answers: Record<string, unknown>
  posted(path: string): Sent[]
  /** Opens a page with this setup; what was open before closes. */
  open<T>(setup: () => T): T
  close(): void
  /** The app is started anew; what it kept is still there. */
  restart(): void
  later(milliseconds: number): Promise<void>
}

export async function inHand(now: string): Promise<InHand> {
  vi.useFakeTimers({ now: new Date(now) })
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const answers: Record<string, unknown> = { 'POST /api/phone/session': { token: 't', expiresAt: '', ties: [], vaultKey: KEY_A } }
  const wechat = fakeWeChat(({ method, path }) => {
    const body = answers[`${method} ${path.split('?')[0]}`]
    return body === undefined ? { status: 404, body: { code: 'NOT_FOUND' } } : { status: 200, body }
  }, { to() {}, instead() {}, back() {} })
  vi.stubGlobal('wx', wechat.wx)
  vi.stubGlobal('uni', wechat.wx)
  let page: App | undefined
  const { client } = await import('@/api')
  await client.open()
  return {
    wechat,
    answers,
    posted: path => wechat.sent.filter(one => one.method === 'POST' && one.path === path),
    open<T>(setup: () => T): T {
      page?.unmount()
      let made: T
      page = createApp({ setup: () => ((made = setup()), () => null) })
      page.mount(document.createElement('div'))
      return made!
    },
    close() {
      page?.unmount()
      page = undefined
    },
    restart() {
      vi.clearAllTimers()
      vi.resetModules()
      page = undefined
    },
    later: async (milliseconds) => {
      await vi.advanceTimersByTimeAsync(milliseconds)
    },
  }
}

/** After each test: what is under way ends before the ground is taken away. */
export async function putAway(phone: InHand | undefined): Promise<void> {
  phone?.close()
  await vi.runOnlyPendingTimersAsync()
  vi.resetModules()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
}
