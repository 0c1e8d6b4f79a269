import { pickPhoto, picture, send, store, upload } from './common'
import { NoSignal, type Photos, type Platform, type Secrets } from './platform'
import type { WeChatNow } from './weixin'

// Without a configured origin the developer tools talk to a sandbox on the same machine.
const ORIGIN = import.meta.env.VITE_API_ORIGIN ?? 'http://127.0.0.1:8080'
const SECRET = 'tongxing-secret'
const USUAL_LETTERS = 17

declare const wx: WeChatNow

/** The phone as WeChat sees it. */
export const wechat: Platform = {
  inWeChat: true,
  store,
  secrets: secrets(),
  photos: photos(),
  loginCode: () =>
    new Promise((resolve, reject) => {
      uni.login({ provider: 'weixin', success: answer => resolve(answer.code), fail: () => reject(new NoSignal()) })
    }),
  phoneCode: async () => undefined,
  people: async () => [],
  become: () => {},
  send: request => send(ORIGIN, request),
  upload: (path, photo, headers) => upload(ORIGIN + path, photo, headers),
  picture: (path, headers) => picture(ORIGIN + path, headers),
  address: path => (path.startsWith('/') ? ORIGIN + path : path),
  dial: number => uni.makePhoneCall({ phoneNumber: number, fail: () => {} }),
  place: () =>
    new Promise((resolve) => {
      uni.getLocation({
        type: 'wgs84',
        success: ({ latitude, longitude, accuracy }) => resolve({ latitude, longitude, accuracyMetres: accuracy }),
        fail: () => resolve(undefined),
      })
    }),
  askMessages: templates =>
    new Promise((resolve) => {
      wx.requestSubscribeMessage({ tmplIds: templates, success: resolve, fail: () => resolve({}) })
    }),
  letters: () => (wx.getAppBaseInfo?.().fontSizeSetting ?? USUAL_LETTERS) / USUAL_LETTERS,
  onPrivacyQuestion: (ask) => {
    wx.onNeedPrivacyAuthorization?.((answer) => {
      ask({
        // WeChat wants to see the very button that was pressed.
        agree: () => answer({ event: 'agree', buttonId: 'agree-privacy' }),
        refuse: () => answer({ event: 'disagree' }),
      })
    })
  },
  openPrivacyGuide: () => {
    wx.openPrivacyContract?.({ fail: () => {} })
    return wx.openPrivacyContract !== undefined
  },
  // A code scanned in WeChat arrives as `scene`, escaped; a shared card as a plain parameter.
  onLaunch: (options) => {
    const { query = {} } = (options ?? {}) as { query?: Record<string, string> }
    const scene = query.scene === undefined ? undefined : decodeURIComponent(query.scene)
    return { invitation: query.invitation ?? scene }
  },
}

/** WeChat's encrypted storage is bound to the phone and to who is signed in to WeChat. */
function secrets(): Secrets {
  return {
    read: () =>
      new Promise((resolve) => {
        wx.getStorage({ key: SECRET, encrypt: true, success: ({ data }) => resolve(String(data)), fail: () => resolve(undefined) })
      }),
    write: text =>
      new Promise((resolve) => {
        // Where WeChat cannot keep it, nothing does: the next start asks the server again.
        wx.setStorage({ key: SECRET, data: text, encrypt: true, success: () => resolve(), fail: () => resolve() })
      }),
    remove: () =>
      new Promise((resolve) => {
        wx.removeStorage({ key: SECRET, success: () => resolve(), fail: () => resolve() })
      }),
  }
}

/** WeChat throws temporary files away when it likes; a draft has to find its photo again tomorrow. */
function photos(): Photos {
  return {
    take: async () => {
      const taken = await pickPhoto()
      return taken === undefined ? undefined : kept(taken)
    },
    address: async file => file,
    drop: file =>
      new Promise((resolve) => {
        uni.removeSavedFile({ filePath: file, success: () => resolve(), fail: () => resolve() })
      }),
  }
}

function kept(taken: string): Promise<string> {
  return new Promise((resolve) => {
    uni.saveFile({ tempFilePath: taken, success: saved => resolve(saved.savedFilePath), fail: () => resolve(taken) })
  })
}
