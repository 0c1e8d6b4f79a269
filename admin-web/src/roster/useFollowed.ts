import { onBeforeUnmount, watch, type Ref } from 'vue'
import type { Loaded } from '@/shared/useLoad'

const EVERY = 800

/** Reads again and again while a job is at work, one answer after the other; a broken line does not end it. */
export function useFollowed<T>(loaded: Loaded<T>, atWork: Ref<boolean>): void {
  let timer: ReturnType<typeof setTimeout> | undefined

  async function again(): Promise<void> {
    await loaded.reload()
    if (atWork.value) later()
  }

  function later(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void again(), EVERY)
  }

  watch(atWork, (now) => (now ? later() : clearTimeout(timer)), { immediate: true })
  onBeforeUnmount(() => clearTimeout(timer))
}
