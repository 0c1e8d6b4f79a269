// The console as a clerk uses it, and a check of every page looked at.
import AxeBuilder from '@axe-core/playwright'
import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { Person } from './people'

type Session = BrowserContextOptions['storageState']

/** Opens the console for somebody of the sample; the initial password is replaced as everybody has to. */
export async function clerk(browser: Browser, username: string): Promise<Page> {
  const base = process.env.BASE_URL ?? 'http://127.0.0.1:8080'
  const person = await Person.called(base, username)
  return openConsole(browser, await person.session())
}

/** Opens the console in a window of its own, in a session that lives. */
export async function openConsole(browser: Browser, session: Session): Promise<Page> {
  const page = await (await browser.newContext({ storageState: session })).newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto('/admin/')
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
  return numbers(page)
}

/** The figures of the headline of the page that is open. */
export async function numbers(page: Page): Promise<number[]> {
  const sentence = await page.getByRole('heading', { level: 1 }).innerText()
  return [...sentence.matchAll(/\d+/g)].map((match) => Number(match[0]))
}

/** Counts clicks, for journeys with a budget. */
export function counting(page: Page) {
  let clicks = 0
  return {
    click: async (target: ReturnType<Page['locator']>) => {
      clicks++
      await target.click()
    },
    get clicks() {
      return clicks
    },
    page,
  }
}
