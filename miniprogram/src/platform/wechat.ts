import { pickPhoto, send, storeOf, upload } from './common'
import { NoSignal, type Platform } from './platform'

// Without a configured origin the developer tools talk to a sandbox on the same machine.
const ORIGIN = import.meta.env.VITE_API_ORIGIN ?? 'http://127.0.0.1:8080'

/** The phone as WeChat sees it. */
export const wechat: Platform = {
  store: storeOf(() => 'me'),
  phoneButton: 'getPhoneNumber',
  loginCode: () =>
    new Promise((resolve, reject) => {
      uni.login({ provider: 'weixin', success: answer => resolve(answer.code), fail: () => reject(new NoSignal()) })
    }),
  phoneCode: async () => undefined,
  people: async () => [],
  become: () => {},
  send: request => send(ORIGIN, request),
  upload: (path, photo, headers) => upload(ORIGIN + path, photo, headers),
  photo: async () => {
    const taken = await pickPhoto()
    return taken === undefined ? undefined : kept(taken)
  },
  dial: number => uni.makePhoneCall({ phoneNumber: number, fail: () => {} }),
}

/** WeChat throws temporary files away when it likes; a draft has to find its photo again tomorrow. */
function kept(taken: string): Promise<string> {
  return new Promise((resolve) => {
    uni.saveFile({
      tempFilePath: taken,
      success: saved => resolve(saved.savedFilePath),
      fail: () => resolve(taken),
    })
  })
}
