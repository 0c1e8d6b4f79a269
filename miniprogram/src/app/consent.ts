import { shallowRef } from 'vue'
import { platform } from '@/platform'

/** For what somebody is asked on the phone itself, before anything leaves it. */
export type Purpose = 'PHONE_NUMBER' | 'PHOTO' | 'PLACE'

// A changed text is asked anew.
const VERSION = '2026-11'

interface Asked { purpose: Purpose, answer(agreed: boolean): void }

/** The consent that is being asked for; the open page shows the sheet. */
export const asked = shallowRef<Asked>()

export function hasAgreed(purpose: Purpose): boolean {
  return platform.store.read<string>(named(purpose)) === VERSION
}

/** Asks once per purpose and text; a no is not remembered, so that the next tap asks again. */
export function agreed(purpose: Purpose): Promise<boolean> {
  if (hasAgreed(purpose)) return Promise.resolve(true)
  asked.value?.answer(false)
  return new Promise((resolve) => {
    asked.value = {
      purpose,
      answer: (yes) => {
        asked.value = undefined
        if (yes) platform.store.write(named(purpose), VERSION)
        resolve(yes)
      },
    }
  })
}

export function takeBackConsent(purpose: Purpose): void {
  platform.store.remove(named(purpose))
}

function named(purpose: Purpose): string {
  return `tongxing-agreed:${purpose}`
}
