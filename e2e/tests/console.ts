// The console as a clerk uses it, and a check of every page looked at.
import AxeBuilder from '@axe-core/playwright'
import { expect, type Browser, type Page } from '@playwright/test'

const FIRST = 'Tongxing-2026'
const OWN = 'Zhong-Xin-2026'

/** Signs in to the console in a window of its own, and replaces the initial password as everybody has to at first. */
export async function clerk(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto('/admin/')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(FIRST)
  await page.getByRole('button', { name: '登录' }).click()
  const initial = page.getByRole('heading', { name: '先换掉初始密码' })
  const refused = page.getByRole('alert')
  await expect(initial.or(refused)).toBeVisible()
  if (await refused.isVisible()) {
    // An earlier journey on the same server has replaced it already.
    await page.getByLabel('密码').fill(OWN)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('navigation', { name: '栏目' })).toBeVisible()
    return page
  }
  await expect(initial).toBeVisible()
  await page.getByLabel('现在的密码').fill(FIRST)
  await page.getByLabel('新密码').fill(OWN)
  await page.getByLabel('再写一遍').fill(OWN)
  await page.getByRole('button', { name: '换成新密码' }).click()
  await expect(page.getByRole('navigation', { name: '栏目' })).toBeVisible()
  return page
}

/** Photographs the page and refuses serious barriers for people who see, hear or move differently. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `target/screenshots/${name}.png` })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
  expect(serious.map((one) => `${name}: ${one.id} ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3)}`)).toEqual([])
}

/** The three figures of the headline: registered, covered, with nobody. */
export async function figures(page: Page): Promise<number[]> {
  await page.goto('/admin/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('名没有着落')
  const sentence = await page.getByRole('heading', { level: 1 }).innerText()
  return [...sentence.matchAll(/\d+/g)].map((match) => Number(match[0]))
}
