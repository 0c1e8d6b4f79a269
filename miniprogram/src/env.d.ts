/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Where the phone API answers when the client is not served by it, such as in WeChat. */
  readonly VITE_API_ORIGIN?: string
}
