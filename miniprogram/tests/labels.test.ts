// @vitest-environment jsdom
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { handOnLabels } from '@/platform/labels'

let end: () => void

beforeAll(() => void (end = handOnLabels()))
afterAll(() => end())

async function shown(html: string): Promise<Element> {
  document.body.innerHTML = html
  await new Promise(resolve => setTimeout(resolve))
  return document.body
}

it.each([
  ['<uni-textarea aria-label="写一句"><textarea></textarea></uni-textarea>', 'textarea'],
  ['<uni-input aria-label="手机号"><input></uni-input>', 'input'],
])('a field inside %s says its name', async (html, field) => {
  const page = await shown(html)
  expect(page.querySelector(field)?.getAttribute('aria-label')).toMatch(/./)
})

it('a picture says what it shows', async () => {
  const page = await shown('<uni-image aria-label="第 1 张照片"><img></uni-image><uni-image><img></uni-image>')
  expect(Array.from(page.querySelectorAll('img')).map(picture => picture.alt)).toEqual(['第 1 张照片', ''])
})

it('a button is one for the keyboard too, and keeps a role of its own', async () => {
  const page = await shown('<uni-button>存好</uni-button><uni-button role="radio">一</uni-button><uni-button disabled>先不</uni-button>')
  const [save, choice, off] = Array.from(page.querySelectorAll('uni-button'))
  expect([save?.getAttribute('role'), choice?.getAttribute('role')]).toEqual(['button', 'radio'])
  const clicked = vi.fn()
  for (const button of [save!, off!]) {
    button.addEventListener('click', clicked)
    for (const key of ['Enter', ' ', 'a']) button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  }
  expect(clicked).toHaveBeenCalledTimes(2)
})
