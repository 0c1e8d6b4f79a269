import { reactive } from 'vue'

/** The one line at the foot of the page that says what was done, with the way back where there is one. */
export const notice = reactive<{ text: string; undo?: () => Promise<void>; until: number }>({ text: '', until: 0 })

let timer: ReturnType<typeof setTimeout> | undefined

/** Says what was done; stays ten seconds, long enough to read and to take back. */
export function tell(text: string, undo?: () => Promise<void>): void {
  notice.text = text
  notice.undo = undo
  clearTimeout(timer)
  timer = setTimeout(quiet, 10_000)
}

/** Clears the line. */
export function quiet(): void {
  notice.text = ''
  notice.undo = undefined
}
