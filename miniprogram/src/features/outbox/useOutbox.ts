import { computed, ref, shallowRef } from 'vue'
import { type AnyLetter, Outbox } from './Outbox'
import { call, uploadPhoto } from '@/api'
import { platform } from '@/platform'

const RETRY_EVERY = 30_000

const letters = shallowRef<AnyLetter[]>([])
const hasSignal = ref(true)
let retry: ReturnType<typeof setTimeout> | undefined

/** The phone's only outbox. */
export const outbox = new Outbox(platform.store, deliver, reload)

export const waiting = computed(() => letters.value.filter(letter => letter.refused === undefined))
export const refused = computed(() => letters.value.filter(letter => letter.refused !== undefined))
export const offline = computed(() => !hasSignal.value)
export { letters }

export function watchSignal(): void {
  uni.getNetworkType({ success: network => (hasSignal.value = network.networkType !== 'none') })
  uni.onNetworkStatusChange((network) => {
    hasSignal.value = network.isConnected
    if (network.isConnected) void sendWaiting()
  })
}

/** Sends what waits, and comes back to it until nothing does. */
export async function sendWaiting(): Promise<void> {
  reload()
  clearTimeout(retry)
  await outbox.flush()
  if (waiting.value.length > 0) retry = setTimeout(sendWaiting, RETRY_EVERY)
}

function reload(): void {
  letters.value = outbox.letters()
}

async function deliver(letter: AnyLetter, keep: () => void): Promise<number> {
  if (letter.kind === 'CONTACT') {
    return (await call('POST /api/phone/contacts', { body: letter.contact, key: letter.key })).id
  }
  for (const photo of letter.photos) {
    if (photo.id !== undefined) continue
    photo.id = await uploadPhoto(photo.file)
    keep()
  }
  const photoIds = letter.photos.map(photo => photo.id!)
  return (await call('POST /api/phone/visits', { body: { ...letter.visit, photoIds }, key: letter.key })).id
}
