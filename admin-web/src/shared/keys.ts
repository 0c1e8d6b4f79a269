/** Whether a key goes into a field; shortcuts keep out of it, and out of what lies open above the page. */
export function typing(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement
  return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || event.ctrlKey || event.metaKey || event.altKey || target.closest('.el-dialog, .el-drawer') !== null
}

/** Up and down move between the first links of a table's rows. */
export function moveInRows(event: KeyboardEvent, mark: string): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = (event.target as HTMLElement).closest('tr')
  const after = (one: Element | null | undefined) => (event.key === 'ArrowDown' ? one?.nextElementSibling : one?.previousElementSibling)
  // What lies open below a row has no mark, and is stepped over.
  let next = after(row)
  while (next && !next.querySelector(mark)) next = after(next)
  const link = next?.querySelector<HTMLElement>(mark)
  if (!link) return
  event.preventDefault()
  link.focus()
}
