// Registers and reports: a register is made and its rows are counted, a village is counted, a quarter is reported, and a
// pairing afterwards shows beside the figures that were reported.
import { expect, test, type Page } from '@playwright/test'
import { clerk, look } from './console'
import { make } from './exports'
import { ROSTER } from './roster'
import { children } from './workbook'

const TOWN = '511304114'

test('a clerk hands in the register, the count of a village and the result of the quarter', async ({ browser }) => {
  const he = await clerk(browser, 'hm.jinbao')
  await roster(he)

  const registered = await test.step('the register is made in the background and holds every child once, masked', async () => {
    await he.goto('/admin/register')
    const figure = await firstFigure(he)
    const rows = await he.locator('tbody tr', { has: he.locator('th[scope=row]') }).count()
    await look(he, '20-register')
    await he.getByRole('button', { name: /做成 Excel…$/ }).click()
    await look(he, '21-register-how')
    const book = await make(he, he.locator('main'))
    await look(he, '22-register-made')
    expect(book.length).toBe(rows + 1)
    expect(book[0]!.name).toBe('汇总')
    const found = book.slice(1).flatMap(children)
    expect(found.length).toBe(figure)
    expect(found.every((row) => row[1]!.endsWith('○○'))).toBe(true)
    return figure
  })

  await test.step('with names only for a purpose, which stands in the file', async () => {
    await he.getByRole('button', { name: /做成 Excel…$/ }).click()
    await he.getByLabel('带姓名，要写用途').check()
    await he.getByLabel('上报').check()
    await look(he, '23-register-named')
    const book = await make(he, he.locator('main'))
    const found = book.slice(1).flatMap(children)
    expect(found.length).toBe(registered)
    expect(found.some((row) => row[1]!.includes('○'))).toBe(false)
    expect(book[1]!.rows.flat().join()).toContain('带姓名，用途：上报')
    await he.getByRole('button', { name: /^导出/ }).click()
    await look(he, '24-tray')
    await he.keyboard.press('Escape')
  })

  await test.step('a village is counted, by name and time, and the figure above moves with it', async () => {
    await he.getByRole('link', { name: '三月底更新' }).click()
    const count = he.getByRole('button', { name: '清点完了…' })
    await expect(he.locator('[data-village]').first()).toBeVisible()
    // In the sample town every village is counted already.
    if (!(await count.count())) await he.getByRole('button', { name: '撤回' }).first().click()
    await expect(count.first()).toBeVisible()
    const before = await count.count()
    await look(he, '25-refresh')
    await count.first().click()
    await he.getByLabel('清点完，有变化已登记').check()
    await look(he, '26-count')
    await he.getByRole('button', { name: /^记下.*清点完$/ }).click()
    await expect(count).toHaveCount(before - 1)
    await expect(he.getByRole('table')).toContainText('有变化已登记 · 何明')
    await look(he, '27-counted')
  })

  const report = await test.step('the result of the quarter is looked at and submitted', async () => {
    await he.getByRole('link', { name: '季度结果' }).click()
    await expect(he.locator('[data-quarter]')).toHaveCount(4)
    await look(he, '28-quarters')
    const make = he.getByRole('link', { name: '生成本季度结对结果' })
    const quarter = Math.floor((new Date().getMonth() + 3) / 3)
    // In the last days of a quarter a town without children on its due day owes nothing; it may report all the same.
    if (await make.count()) await make.last().click()
    else await he.goto(`/admin/register/quarters/${new Date().getFullYear()}/${quarter}`)
    await expect(he.getByRole('heading', { level: 1 })).toContainText('要报的数')
    await look(he, '29-draft')
    await he.getByLabel(/^说明/).fill('入冬前各村都走了一遍')
    await he.getByRole('button', { name: /^(报上|改报)第.季度结果$/ }).click()
    await expect(he.getByRole('heading', { name: /^提交后没有变过/ })).toBeVisible()
    await look(he, '30-reported')
    return he.url()
  })

  await test.step('a pairing afterwards changes nothing of it, and is shown beside it', async () => {
    const reported = await firstFigure(he)
    await pair(he)
    await he.goto(report)
    await expect(he.getByRole('heading', { name: /^提交后又变了 \d+ 个数/ })).toBeVisible()
    expect(await firstFigure(he)).toBe(reported)
    const drift = he.getByRole('row', { name: /^全镇 爱心家庭/ })
    const [then, , now] = (await drift.getByRole('cell').allInnerTexts()).slice(2).map((text) => Number(/\d+$/.exec(text.trim())?.[0]))
    expect(now).toBe(then! + 1)
    await look(he, '31-drift')
    await he.getByRole('link', { name: '打印' }).click()
    await expect(he.getByRole('button', { name: '打印这一份' })).toBeVisible()
    await look(he, '32-print')
    await he.emulateMedia({ media: 'print' })
    await he.screenshot({ path: 'target/screenshots/33-printed.png', fullPage: true })
    await he.emulateMedia({ media: null })
    const pdf = await he.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1'), 'A4, lying').toMatch(/MediaBox\s*\[0 0 84[12]\S* 59[45]/)
  })

  await test.step('a past day, a failing server and a first use have pages of their own', async () => {
    await he.goto('/admin/register?on=2020-01-01')
    await expect(he.getByText('这一天还没有登记应结对的孩子。')).toBeVisible()
    await look(he, '34-long-ago')
    await he.route('**/api/admin/register?*', (route) => route.abort())
    await he.goto('/admin/register')
    await expect(he.getByText('没读到数据，不是你的问题。')).toBeVisible()
    await look(he, '35-failing')
    await he.unroute('**/api/admin/register?*')
    await he.getByRole('button', { name: '再试一次' }).click()
    await expect(he.getByRole('button', { name: /做成 Excel…$/ })).toBeEnabled()
  })
})

/** Imports the sample roster unless an earlier journey has. */
async function roster(page: Page): Promise<void> {
  const there = await call(page, 'GET', `/api/admin/children?division=${TOWN}`)
  if (there.total > 0) return
  await page.goto('/admin/imports')
  await page.locator('input[type=file]').setInputFiles(ROSTER)
  await page.getByRole('button', { name: /^收下 \d+ 行$/ }).click({ timeout: 60_000 })
  await page.getByRole('link', { name: '看谁还没有着落' }).click({ timeout: 60_000 })
}

/** Pairs, by the same calls as the page of pairings, the first child that has a family with nothing against it. */
async function pair(page: Page): Promise<void> {
  const { rows } = await call(page, 'GET', `/api/admin/children?division=${TOWN}&which=NOBODY&size=100`)
  for (const child of rows) {
    const { suitable } = await call(page, 'GET', `/api/admin/children/${child.id}/candidates`)
    if (!suitable.length) continue
    const { today } = await call(page, 'GET', '/api/admin/session')
    await call(page, 'POST', '/api/admin/pairings', { childId: child.id, familyId: suitable[0].familyId, startsOn: today, waivers: [] })
    return
  }
  throw new Error('No child has a suitable family')
}

async function firstFigure(page: Page): Promise<number> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('名孩子')
  return Number(/(\d+) 名孩子/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[1])
}

async function call(page: Page, method: string, url: string, body?: unknown) {
  const token = (await page.context().cookies()).find((one) => one.name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await page.request.fetch(url, { method, data: body, headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } })
  expect(answer.ok(), `${method} ${url}: ${answer.status()}`).toBe(true)
  return answer.json()
}
