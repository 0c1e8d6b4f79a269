import { computed, ref } from 'vue'

const connected = ref(true)

/** Whether the phone itself says that it has no network. */
export const offline = computed(() => !connected.value)

export function watchSignal(back: () => void): void {
  uni.getNetworkType({ success: network => (connected.value = network.networkType !== 'none') })
  const changed = (there: boolean) => {
    connected.value = there
    if (there) back()
  }
  uni.onNetworkStatusChange(network => changed(network.isConnected))
  // #ifdef H5
  // Some browsers tell this only to the window.
  addEventListener('offline', () => changed(false))
  addEventListener('online', () => changed(true))
  // #endif
}
