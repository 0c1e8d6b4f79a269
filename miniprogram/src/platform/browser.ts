import { browserPhotos } from './browserPhotos'
import { picture, send, store, upload } from './common'
import { type Answer, type Person, type Platform } from './platform'

const HOLDER = 'tongxing-holder'
const SECRET = 'tongxing-secret'

/**
 * A browser: inside another government app, where people sign in with a code by SMS, or beside the sandbox, where the
 * person is picked from a list and the simulated WeChat hands out the codes.
 */
export const browser: Platform = {
  inWeChat: false,
  store,
  // Ends with the tab, while what it seals stays; a page that is opened anew has a network and gets it again.
  secrets: {
    read: async () => sessionStorage.getItem(SECRET) ?? undefined,
    write: async text => sessionStorage.setItem(SECRET, text),
    remove: async () => sessionStorage.removeItem(SECRET),
  },
  photos: browserPhotos,
  loginCode: () => code('login-code'),
  phoneCode: () => code('phone-code'),
  people: async () => {
    const answer = await sandbox('GET', '/people')
    return answer.status === 200 ? (answer.body as Person[]) : []
  },
  become: (openid) => {
    if (openid === undefined) uni.removeStorageSync(HOLDER)
    else uni.setStorageSync(HOLDER, openid)
  },
  send: request => send('', request),
  upload: async (path, photo, headers) => {
    const address = await browserPhotos.address(photo)
    return address === undefined ? { status: 410, body: { code: 'PHOTO_GONE' } } : upload(path, address, headers)
  },
  picture: (path, headers) => picture(path, headers),
  // uni-app puts its own folder before a picture's path, unless the address is whole.
  address: path => new URL(path, location.href).href,
  dial: (number) => {
    location.href = `tel:${number}`
  },
  // Not uni-app's own, which carries the scripts of four foreign map services along.
  place: () =>
    new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude, accuracyMetres: coords.accuracy }),
        () => resolve(undefined),
        { timeout: 10_000 },
      )
    }),
  askMessages: async () => ({}),
  letters: () => 1,
  onPrivacyQuestion: () => {},
  openPrivacyGuide: () => false,
  onLaunch: () => ({ invitation: new URLSearchParams(location.search).get('invitation') ?? undefined }),
}

function holder(): string | undefined {
  return (uni.getStorageSync(HOLDER) as string) || undefined
}

async function code(kind: 'login-code' | 'phone-code'): Promise<string | undefined> {
  const openid = holder()
  if (openid === undefined) return undefined
  const answer = await sandbox('POST', `/people/${encodeURIComponent(openid)}/${kind}`)
  return answer.status < 300 ? (answer.body as { code: string }).code : undefined
}

function sandbox(method: string, path: string): Promise<Answer> {
  return send('', { method, path: `/sandbox/wechat${path}`, headers: {} })
}
