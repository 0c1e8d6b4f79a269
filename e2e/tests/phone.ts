// A phone in somebody's hand: the browser build beside the simulated WeChat.
import { devices, expect, type Browser, type Page } from '@playwright/test'

const { defaultBrowserType: _, ...PIXEL } = devices['Pixel 7']

/** Opens the phone build as this person, known or new to the simulated WeChat. */
export async function phone(browser: Browser, base: string, nickname: string, number: string): Promise<Page> {
  await post(`${base}/sandbox/wechat/people`, { nickname, phone: number })
  const page = await (await browser.newContext({ ...PIXEL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage()
  await page.goto('/h5/')
  await page.locator(`[data-testid=person][data-nickname="${nickname}"]`).click()
  await expect(page.getByTestId('home')).toBeVisible()
  return page
}

/** Agrees, and lets WeChat hand over the verified number, which opens a request. */
export async function verifyNumber(page: Page): Promise<void> {
  await page.getByTestId('home-action').click()
  await page.getByTestId('verify-phone').click()
  await page.getByTestId('consent-agree').click()
  await expect(page.getByTestId('tie-row').first()).toBeVisible()
}

/** Verifies the number, reads and signs the code of conduct, and offers help in a township found by its name. */
export async function offerHelp(page: Page, name: string, idNumber: string, place = '金宝'): Promise<void> {
  await verifyNumberAlone(page)
  await page.getByTestId('by-volunteer').click()
  await page.getByTestId('volunteer-name').locator('input').fill(name)
  await page.getByTestId('id-number').locator('input').fill(idNumber)
  await page.getByTestId('place-name').locator('input').fill(place)
  await page.getByTestId('find-place').click()
  await page.getByTestId('found-place').first().click()
  await page.getByTestId('sign-YES').click()
  await page.getByTestId('register').click()
  await expect(page.getByTestId('tie-row').first()).toBeVisible()
}

/** The same as verifyNumber for somebody who is on no list. */
async function verifyNumberAlone(page: Page): Promise<void> {
  await page.getByTestId('home-action').click()
  await page.getByTestId('verify-phone').click()
  await page.getByTestId('consent-agree').click()
  await expect(page.getByTestId('tie-said')).toBeVisible()
}

async function post(url: string, body: unknown, token = '') {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`)
  return answer.json()
}
