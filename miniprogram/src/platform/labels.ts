/**
 * On a web page uni-app's elements are none a browser knows: a label stays on the element around a field or picture, where
 * a screen reader does not look, and a button can be neither found nor pressed without a finger. This hands labels on and
 * makes buttons of them, whenever one appears; the answer ends it.
 */
export function handOnLabels(): () => void {
  const watch = new MutationObserver(handOn)
  watch.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('keydown', pressed)
  handOn()
  return () => watch.disconnect()
}

function handOn(): void {
  for (const [around, inside] of [['uni-textarea', 'textarea'], ['uni-input', 'input']] as const) {
    document.querySelectorAll(`${around}[aria-label] ${inside}:not([aria-label])`).forEach((field) => {
      field.setAttribute('aria-label', field.closest(around)?.getAttribute('aria-label') ?? '')
    })
  }
  document.querySelectorAll('uni-image img:not([alt])').forEach((picture) => {
    picture.setAttribute('alt', picture.closest('uni-image')?.getAttribute('aria-label') ?? '')
  })
  document.querySelectorAll('uni-button:not([tabindex])').forEach((button) => {
    button.setAttribute('tabindex', '0')
    if (!button.hasAttribute('role')) button.setAttribute('role', 'button')
  })
}

function pressed(event: KeyboardEvent): void {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || target.tagName !== 'UNI-BUTTON' || (key !== 'Enter' && key !== ' ')) return
  event.preventDefault()
  if (!target.hasAttribute('disabled')) target.click()
}
