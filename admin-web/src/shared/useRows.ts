import { onBeforeUnmount, onMounted } from 'vue'
import { typing } from './keys'

/** A queue by keyboard: J and K walk its rows from anywhere on the page, Enter opens one, Esc closes what lies open and goes back to its row. */
export function useRows(): void {
  const openers = () => [...document.querySelectorAll<HTMLElement>('.page .list button.open')]

  function key(event: KeyboardEvent): void {
    // Dialogs stay in the page when they are closed; an open one holds the focus.
    if ((event.target as HTMLElement).closest('.el-dialog, .el-drawer')) return
    if (event.key === 'Escape') {
      const opened = openers().find((one) => one.getAttribute('aria-expanded') === 'true')
      opened?.click()
      opened?.focus()
      return
    }
    const step = { j: 1, k: -1 }[event.key.toLowerCase()]
    if (!step || typing(event)) return
    const rows = openers()
    // Whoever is inside what lies open below a row goes on from that row.
    const at = rows.map((row) => row === event.target || Boolean(row.compareDocumentPosition(event.target as Node) & Node.DOCUMENT_POSITION_FOLLOWING)).lastIndexOf(true)
    rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus()
  }

  onMounted(() => document.addEventListener('keydown', key))
  onBeforeUnmount(() => document.removeEventListener('keydown', key))
}
