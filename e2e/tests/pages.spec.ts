// Every page of the console on an old office machine: no sideways scrolling, usable at twice the size, no serious barrier.
import { expect, test, type Page } from '@playwright/test'
import { clerk, look } from './console'

const DESK = ['', 'work', 'children', 'pairing', 'families', 'units', 'area-duties', 'local-settings', 'requests', 'volunteers', 'volunteers/complaints', 'wishes', 'board', 'board/offers', 'board/dockings', 'board/goods', 'activities', 'plans', 'approvals', 'rulebook', 'rulebook?clause=JB-15', 'regions']

async function fits(page: Page, address: string): Promise<void> {
  const sideways = await page.evaluate(() => {
    const places = [document.scrollingElement!, document.querySelector('#main') ?? document.body]
    return places.some((one) => one.scrollWidth > one.clientWidth + 1)
  })
  expect(sideways, `${address} scrolls sideways`).toBe(false)
}

test('every page of a clerk fits 1280 by 720 without scrolling sideways', async ({ browser }) => {
  const he = await clerk(browser, 'hm.jinbao')
  await he.setViewportSize({ width: 1280, height: 720 })
  for (const address of DESK) {
    await he.goto(`/admin/${address}`)
    await expect(he.getByRole('heading', { level: 1 })).toBeVisible()
    await look(he, `page-${address.replace(/\W+/g, '-') || 'coverage'}`)
    await fits(he, address)
  }
})

test('at twice the size nothing is cut off', async ({ browser }) => {
  const he = await clerk(browser, 'hm.jinbao')
  await he.setViewportSize({ width: 683, height: 384 })
  for (const address of ['', 'work', 'pairing', 'rulebook']) {
    await he.goto(`/admin/${address}`)
    await expect(he.getByRole('heading', { level: 1 })).toBeVisible()
    await he.waitForLoadState('networkidle')
    await he.screenshot({ path: `target/screenshots/zoom-${address || 'coverage'}.png` })
    await fits(he, address)
  }
})

test('a county administrator lets a place follow a rule book, and stop', async ({ browser }) => {
  const zhou = await clerk(browser, 'zy.jialing')
  await zhou.goto('/admin/rulebook')
  await zhou.getByRole('button', { name: '采用一本…' }).click()
  await zhou.getByRole('combobox', { name: /^哪一本/ }).selectOption('GD')
  const place = zhou.getByRole('combobox', { name: '哪里采用' })
  await place.fill('dxx')
  await expect(zhou.getByRole('listbox', { name: '哪里采用' }).getByRole('option').first()).toContainText('大兴乡')
  await zhou.keyboard.press('Enter')
  await expect(place).toHaveValue('大兴乡')
  await zhou.getByLabel(/从哪天起/).fill('2026-01-01')
  await look(zhou, 'page-adopt')
  await zhou.getByRole('button', { name: '采用这一本' }).click()
  await expect(zhou.getByText('采用了，孩子的情形正在重新算')).toBeVisible()
  await zhou.getByRole('button', { name: '大兴乡不再采用GD' }).click()
  await zhou.getByRole('dialog', { name: '不再采用' }).getByLabel('从哪天起').fill('2026-01-01')
  await zhou.getByRole('button', { name: '不再采用这一本' }).click()
  await expect(zhou.getByText('不再采用，孩子的情形正在重新算')).toBeVisible()
})

test('a security administrator opens an account for a place and a unit that are picked, not typed', async ({ browser }) => {
  const an = await clerk(browser, 'aq.jialing')
  const name = `lx.e2e${Date.now() % 100_000}`
  await an.getByRole('button', { name: '开一个账号' }).click()
  await an.getByLabel(/用户名/).fill(name)
  await an.getByLabel('姓名', { exact: true }).fill('联络员')
  await an.getByLabel('身份').selectOption('儿童督导员')
  await an.getByRole('combobox', { name: '管哪里' }).fill('jbz')
  await expect(an.getByRole('listbox', { name: '管哪里' }).getByRole('option')).toHaveText([/金宝镇/])
  await an.keyboard.press('Enter')
  await look(an, 'page-account')
  await an.getByRole('button', { name: '开这个账号' }).click()
  await expect(an.getByRole('status').filter({ hasText: '只显示这一次' })).toContainText(name)
  await look(an, 'page-accounts')
})
