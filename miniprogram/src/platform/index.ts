import type { Platform } from './platform'
// #ifdef MP-WEIXIN
import { wechat } from './wechat'
// #endif
// #ifdef H5
import { browser } from './browser'
// #endif

// The only place where the build decides: one of the two lines is left, and the other file is not in the bundle.
export const platform: Platform = [
  // #ifdef MP-WEIXIN
  wechat,
  // #endif
  // #ifdef H5
  browser,
  // #endif
][0]!

export { NoSignal, type Person, type Position, type PrivacyQuestion, type Store } from './platform'
