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

/** Registers somebody as a volunteer of 金宝镇; the phone build has no page for it yet. */
export async function offerHelp(base: string, nickname: string): Promise<void> {
  const people: { openid: string; nickname: string }[] = await (await fetch(`${base}/sandbox/wechat/people`)).json()
  const { openid } = people.find((one) => one.nickname === nickname)!
  const { code } = await post(`${base}/sandbox/wechat/people/${openid}/login-code`, {})
  const { token } = await post(`${base}/api/phone/session`, { code })
  await post(`${base}/api/phone/session/volunteer`, { name: nickname, divisionCode: '511304114' }, token)
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
