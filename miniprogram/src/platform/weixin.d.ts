/** What of WeChat's own interface the types of uni-app do not know. */
export interface WeChatNow {
  getAppBaseInfo?(): { fontSizeSetting?: number }
  getStorage(options: { key: string, encrypt?: boolean, success(answer: { data: unknown }): void, fail(): void }): void
  setStorage(options: { key: string, data: string, encrypt?: boolean, success(): void, fail(): void }): void
  removeStorage(options: { key: string, success(): void, fail(): void }): void
  requestSubscribeMessage(options: {
    tmplIds: string[]
    success(answer: Record<string, string>): void
    fail(): void
  }): void
  /** From base library 2.32.3 on. */
  onNeedPrivacyAuthorization?(ask: (answer: (decision: { event: 'agree' | 'disagree', buttonId?: string }) => void) => void): void
  openPrivacyContract?(options: { fail(): void }): void
}
