import { type Answer, NoSignal, type Outgoing, type Store } from './platform'

/** What uni-app already does alike in WeChat and in a browser. */
export function send(origin: string, request: Outgoing): Promise<Answer> {
  return new Promise((resolve, reject) => {
    uni.request({
      url: origin + request.path,
      method: request.method as 'GET',
      header: request.headers,
      data: request.body as UniApp.RequestOptions['data'],
      timeout: 15_000,
      success: answer => resolve({ status: answer.statusCode, body: answer.data }),
      fail: () => reject(new NoSignal()),
    })
  })
}

export function upload(url: string, photo: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    uni.uploadFile({
      url,
      filePath: photo,
      name: 'file',
      header: headers,
      success: answer => resolve({ status: answer.statusCode, body: parsed(answer.data) }),
      fail: () => reject(new NoSignal()),
    })
  })
}

/** Keys carry their owner, so that two people on one phone never see each other's drafts. */
export function storeOf(owner: () => string): Store {
  const named = (key: string) => `tongxing:${owner()}:${key}`
  return {
    read: <T>(key: string) => {
      const text: unknown = uni.getStorageSync(named(key))
      return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined
    },
    write: (key, value) => uni.setStorageSync(named(key), JSON.stringify(value)),
    remove: key => uni.removeStorageSync(named(key)),
  }
}

export function pickPhoto(): Promise<string | undefined> {
  return new Promise((resolve) => {
    uni.chooseImage({
      count: 1,
      sizeType: ['compressed'],
      success: chosen => resolve(chosen.tempFilePaths[0]),
      fail: () => resolve(undefined),
    })
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return undefined
  }
}
