/**
 * On a web page uni-app puts a label on the element around a text area or picture, where a screen reader does not look.
 * This hands it on to the element inside, whenever one appears.
 */
export function handOnLabels(): void {
  const handOn = () => {
    document.querySelectorAll('uni-textarea[aria-label] textarea:not([aria-label])').forEach((area) => {
      area.setAttribute('aria-label', area.closest('uni-textarea')?.getAttribute('aria-label') ?? '')
    })
    document.querySelectorAll('uni-image img:not([alt])').forEach((picture) => {
      picture.setAttribute('alt', picture.closest('uni-image')?.getAttribute('aria-label') ?? '')
    })
  }
  new MutationObserver(handOn).observe(document.body, { childList: true, subtree: true })
}
