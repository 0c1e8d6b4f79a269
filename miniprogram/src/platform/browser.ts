import { pickPhoto, send, storeOf, upload } from './common'
import { type Answer, type Person, type Platform } from './platform'

const HOLDER = 'tongxing:holder'
const PHOTO_EDGE = 1280

/** A browser beside the sandbox: the person is picked from a list, and the simulated WeChat hands out the codes. */
export const browser: Platform = {
  store: storeOf(() => holder() ?? 'nobody'),
  phoneButton: undefined,
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
  upload: (path, photo, headers) => upload(path, photo, headers),
  photo: async () => {
    const taken = await pickPhoto()
    return taken === undefined ? undefined : shrunk(taken)
  },
  dial: (number) => {
    location.href = `tel:${number}`
  },
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

/** A blob's address dies with the page and storage is small, so a draft keeps a reduced copy as text. */
async function shrunk(address: string): Promise<string> {
  const image = new Image()
  image.src = address
  await image.decode()
  const scale = Math.min(1, PHOTO_EDGE / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.8)
}
