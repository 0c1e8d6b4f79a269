import { computed, ref } from 'vue'
import { platform } from '@/platform'

export type Letters = 'WECHAT' | 'USUAL' | 'LARGE' | 'LARGEST'

const KEPT = 'tongxing:letters'
const SIZES = { USUAL: 1, LARGE: 1.2, LARGEST: 1.45 }
// Above this lines break after two characters on a narrow phone.
const MOST = 1.6

/** How large the person wants the letters; until they say so, as large as WeChat has them. */
export const letters = ref<Letters>(platform.store.read<Letters>(KEPT) ?? 'WECHAT')

export const scale = computed(() =>
  letters.value === 'WECHAT' ? Math.min(MOST, Math.max(1, platform.letters())) : SIZES[letters.value])

export function chooseLetters(choice: Letters): void {
  letters.value = choice
  platform.store.write(KEPT, choice)
}
