import { computed, ref } from 'vue'

const connected = ref(true)

/** Whether the phone itself says that it has no network. */
export const offline = computed(() => !connected.value)

export function watchSignal(back: () => void): void {
  uni.getNetworkType({ success: network => (connected.value = network.networkType !== 'none') })
  uni.onNetworkStatusChange((network) => {
    connected.value = network.isConnected
    if (network.isConnected) back()
  })
}
