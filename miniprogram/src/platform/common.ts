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
      success: answer => resolve({ status: answer.statusCode, body: answer.data, date: dateOf(answer.header) }),
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
      timeout: 60_000,
      success: answer => resolve({ status: answer.statusCode, body: parsed(answer.data) }),
      fail: () => reject(new NoSignal()),
    })
  })
}

export function picture(url: string, headers: Record<string, string>): Promise<string | undefined> {
  return new Promise((resolve) => {
    uni.downloadFile({
      url,
      header: headers,
      success: answer => resolve(answer.statusCode === 200 ? answer.tempFilePath : undefined),
      fail: () => resolve(undefined),
    })
  })
}

export const store: Store = {
  read: <T>(name: string) => {
    const text: unknown = uni.getStorageSync(name)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined
  },
  write: (name, value) => uni.setStorageSync(name, JSON.stringify(value)),
  remove: name => uni.removeStorageSync(name),
  names: () => uni.getStorageInfoSync().keys,
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

function dateOf(headers: unknown): string | undefined {
  const [, date] = Object.entries((headers ?? {}) as Record<string, string>).find(([name]) => name.toLowerCase() === 'date') ?? []
  return date
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return undefined
  }
}
