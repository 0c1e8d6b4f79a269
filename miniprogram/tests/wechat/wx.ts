/** What a call of WeChat's wants: success and complete, or fail and complete. */
interface Options { success?(answer: unknown): void, fail?(answer: unknown): void, complete?(answer: unknown): void }
type Any = Record<string, unknown> & Options

export interface Sent { method: string, path: string, header: Record<string, string>, data: unknown }
export type Server = (request: Sent) => { status: number, body?: unknown } | 'NO_SIGNAL'

const USUAL = { fontSizeSetting: 17, SDKVersion: '3.7.0', version: '8.0.50', platform: 'devtools', system: 'Linux', language: 'zh_CN',
  pixelRatio: 2, screenWidth: 375, screenHeight: 667, windowWidth: 375, windowHeight: 667, statusBarHeight: 20, theme: 'light',
  safeArea: { top: 20, left: 0, right: 375, bottom: 667, width: 375, height: 647 } }

/** WeChat's interface as far as the app uses it; what it is asked for and has not got is written down in `missing`. */
export function fakeWeChat(server: Server, navigate: { to(url: string): void, instead(url: string): void, back(): void }) {
  const kept = new Map<string, unknown>()
  const sealed = new Map<string, unknown>()
  const said: string[] = []
  const dialled: string[] = []
  const sent: Sent[] = []
  const asked: string[][] = []
  const missing = new Set<string>()
  const network = { connected: true, listeners: [] as ((state: { isConnected: boolean, networkType: string }) => void)[] }
  let privacy: ((answer: (decision: unknown) => void) => void) | undefined
  const launch = { path: '', query: {}, scene: 1001 }

  const ok = (options: Any | undefined, answer: unknown = {}) => void Promise.resolve().then(() => {
    options?.success?.(answer)
    options?.complete?.(answer)
  })
  const no = (options: Any | undefined, errMsg: string) => void Promise.resolve().then(() => {
    options?.fail?.({ errMsg })
    options?.complete?.({ errMsg })
  })

  function request(options: Any) {
    const url = new URL(options.url as string)
    const one: Sent = { method: String(options.method ?? 'GET'), path: url.pathname + url.search, header: options.header as never, data: options.data }
    sent.push(one)
    const answer = network.connected ? server(one) : 'NO_SIGNAL'
    if (answer === 'NO_SIGNAL') no(options, 'request:fail')
    else ok(options, { statusCode: answer.status, data: answer.body, header: {}, errMsg: 'request:ok' })
    return { abort() {} }
  }

  const api: Record<string, unknown> = {
    getSystemInfoSync: () => USUAL, getWindowInfo: () => USUAL, getDeviceInfo: () => USUAL, getSystemSetting: () => USUAL,
    getAppBaseInfo: () => ({ ...USUAL, host: { env: 'WeChat' } }), canIUse: () => true,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'x', envVersion: 'develop' } }),
    getLaunchOptionsSync: () => launch, getEnterOptionsSync: () => launch,
    getStorageSync: (name: string) => kept.get(name) ?? '', setStorageSync: (name: string, data: unknown) => kept.set(name, data),
    removeStorageSync: (name: string) => kept.delete(name), getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
    getStorage: (options: Any) => (options.encrypt && sealed.has(options.key as string) ? ok(options, { data: sealed.get(options.key as string) }) : no(options, 'none')),
    setStorage: (options: Any) => (sealed.set(options.key as string, options.data), ok(options)),
    removeStorage: (options: Any) => (sealed.delete(options.key as string), ok(options)),
    login: (options: Any) => ok(options, { code: 'login-code' }),
    request,
    getNetworkType: (options: Any) => ok(options, { networkType: network.connected ? 'wifi' : 'none' }),
    onNetworkStatusChange: (listener: never) => network.listeners.push(listener),
    makePhoneCall: (options: Any) => (dialled.push(String(options.phoneNumber)), ok(options)),
    requestSubscribeMessage: (options: Any) => {
      const ids = options.tmplIds as string[]
      asked.push(ids)
      ok(options, Object.fromEntries(ids.map(id => [id, 'accept'])))
    },
    onNeedPrivacyAuthorization: (listener: never) => (privacy = listener),
    openPrivacyContract: (options: Any) => ok(options),
    showToast: (options: Any) => (said.push(String(options.title)), ok(options)),
    showModal: (options: Any) => ok(options, { confirm: true }),
    pageScrollTo: ok, stopPullDownRefresh: ok, setNavigationBarTitle: ok,
    navigateTo: (options: Any) => (navigate.to(String(options.url)), ok(options)),
    redirectTo: (options: Any) => (navigate.instead(String(options.url)), ok(options)),
    reLaunch: (options: Any) => (navigate.instead(String(options.url)), ok(options)),
    navigateBack: (options: Any) => (navigate.back(), ok(options)),
    nextTick: (work: () => void) => Promise.resolve().then(work),
  }
  for (const name of ['onAppShow', 'onAppHide', 'onError', 'onThemeChange', 'onUnhandledRejection', 'onPageNotFound', 'offKeyboardHeightChange', 'onKeyboardHeightChange']) {
    api[name] = () => {}
  }
  const wx = new Proxy(api, {
    get: (target, name: string) => {
      if (!(name in target) && typeof name === 'string') missing.add(name)
      return target[name]
    },
  })
  return {
    wx,
    kept,
    said,
    dialled,
    sent,
    asked,
    missing,
    connect(connected: boolean) {
      network.connected = connected
      network.listeners.forEach(listener => listener({ isConnected: connected, networkType: connected ? 'wifi' : 'none' }))
    },
    /** As when the app uses something personal for the first time; answers what the app decides. */
    askPrivacy: () => new Promise(resolve => privacy?.(resolve)),
  }
}

export type FakeWeChat = ReturnType<typeof fakeWeChat>
