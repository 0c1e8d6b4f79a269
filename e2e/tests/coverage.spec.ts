// The landing page at every level and on every day: figures that equal the rows behind them, from the province to a child.
import { expect, test, type Page } from '@playwright/test'
import { clerk, counting, look, numbers } from './console'
import { settle, type Kid, type Plan, type Town } from './town'

const DAYS = 200
const kid = (name: string, village: number, more: Partial<Kid> = {}): Kid => ({ name, sex: '男', age: 9, village, kind: 'LEFT_BEHIND', ...more })

const PLAN: Plan = {
  name: '槐荫镇',
  villages: ['槐香村', '松涛村', '月牙社区'],
  since: DAYS,
  kids: [
    kid('慎思远', 0),
    kid('盛如意', 0, { sex: '女', age: 12 }),
    kid('时雨桐', 0, { sex: '女', age: 7, turns: 30 }),
    kid('史铁生', 1),
    kid('舒心宁', 1, { sex: '女', age: 10, kind: 'DISABLED' }),
    kid('束明哲', 1, { kind: 'POOR' }),
    kid('水清扬', 2),
    kid('宿北辰', 2, { kind: 'ORPHAN' }),
    kid('粟满仓', 2, { kind: 'POOR' }),
  ],
  cadres: [
    { name: '谭雅文', sex: '女', unit: '槐荫镇人民政府', village: 0, takes: 3 },
    { name: '汤建国', sex: '男', unit: '槐荫镇人民政府', village: 0, takes: 5 },
    { name: '滕海燕', sex: '女', unit: '槐荫镇中心小学', village: 1, takes: 3 },
  ],
}

test.describe.configure({ mode: 'serial' })

let town: Town
let he: Page

const day = (back: number) => {
  const now = new Date(Date.now() + 8 * 3_600_000)
  now.setUTCDate(now.getUTCDate() - back)
  return now.toISOString().slice(0, 10)
}

test.beforeAll(async ({ browser, baseURL }) => {
  town = await settle(baseURL ?? '', PLAN)
  const { byFamily } = await town.clerk.get(`/api/admin/coverage?division=${town.code}`)
  if (!byFamily) await happen()
  he = await town.open(browser, town.clerk)
})

/** A past: three pairings, one that ended because the family left, and a department that answers for a village. */
async function happen(): Promise<void> {
  const { clerk: desk, code } = town
  const { rows } = await desk.get(`/api/admin/children?division=${code}&size=50&sort=NAME`)
  const families = (await desk.get(`/api/admin/families?division=${code}`)).rows as { id: number; cadreName: string }[]
  const child = (familyName: string) => rows.find((row: { name: string }) => row.name.startsWith(familyName)).id
  const family = (cadre: string) => families.find((one) => one.cadreName === cadre)!.id
  const pair = async (name: string, cadre: string, back: number) => (await desk.post('/api/admin/pairings', { childId: child(name), familyId: family(cadre), startsOn: day(back) })).id
  await pair('慎', '汤建国', 150)
  await pair('时', '汤建国', 120)
  const left = await pair('舒', '滕海燕', 100)
  await pair('盛', '谭雅文', 90)
  await desk.post(`/api/admin/pairings/${left}/ending`, { endsOn: day(20), reason: 'HELPER_LEFT', handOver: '爱吃面' })
  const units = (await desk.get(`/api/admin/units?division=${code}`)) as { id: number; name: string }[]
  const unit = units.find((one) => one.name === '槐荫镇中心小学')!.id
  await desk.post('/api/admin/area-duties', { unitId: unit, villageCode: town.villageCodes[2], cadreName: '滕海燕', cadreSex: 'FEMALE', startsOn: day(60) })
}

test('the landing page says how many have nobody and why, without a click', async () => {
  const begun = Date.now()
  await he.goto('/admin/')
  await expect(he.getByRole('heading', { level: 1 })).toHaveText('槐荫镇登记 9 名儿童，已有着落 5 名，还有 4 名没有着落')
  await expect(he.getByRole('heading', { name: '这 4 名为什么还没有着落' })).toBeVisible()
  expect(Date.now() - begun, 'sign in → know how many have nobody and why').toBeLessThan(10_000)
  await expect(he.getByRole('region', { name: '这 4 名为什么还没有着落' })).toContainText('原来的家庭走了')
  await expect(he.getByRole('link', { name: /60 天内满八岁 1/ })).toBeVisible()
  await look(he, 'coverage-01-town')
})

test('every figure of the page opens as many children as it says', async () => {
  await he.goto('/admin/')
  await expect(he.getByRole('heading', { level: 1 })).toContainText('槐荫镇')
  const links = await he.locator('main a[href*="/children?"]').evaluateAll((all) =>
    all.map((one) => ({ href: one.getAttribute('href')!, figure: Number(/\d+/.exec(one.getAttribute('aria-label') ?? one.textContent!.replace('60 天内', '').replace('八岁以上', ''))?.[0] ?? Number.NaN) })),
  )
  const figures = new Map(links.filter((one) => !Number.isNaN(one.figure)).map((one) => [one.href, one.figure]))
  expect(figures.size).toBeGreaterThan(15)
  for (const [href, figure] of figures) {
    await he.goto(href)
    await expect(he.getByRole('heading', { level: 1 }), href).toHaveText(new RegExp(`的儿童，${figure} 名\\s*$`))
  }
})

test('the picture can be walked by keyboard and read as a table', async () => {
  await he.goto('/admin/')
  const dots = he.getByRole('group', { name: /^槐香村/ }).locator('a')
  await expect(dots).toHaveCount(3)
  await dots.first().focus()
  await he.keyboard.press('ArrowRight')
  await expect(dots.nth(1)).toBeFocused()
  await he.keyboard.press('ArrowDown')
  await expect(he.locator('td.dots a:focus')).toHaveCount(1)
  await he.getByRole('button', { name: '看表格' }).click()
  await expect(he).toHaveURL(/view=table/)
  await expect(he.getByRole('row', { name: /松涛村/ })).toHaveText(/松涛村\s*3\s*0\s*3/)
  await look(he, 'coverage-02-table')
})

test('any past day says what the list of that day says', async () => {
  for (const [back, figures] of [
    [190, [9, 0, 9]],
    [130, [9, 1, 8]],
    [95, [9, 3, 6]],
    [40, [9, 6, 3]],
  ] as [number, number[]][]) {
    await he.goto(`/admin/?on=${day(back)}`)
    await expect(he.getByRole('heading', { level: 1 })).toContainText(' 日，槐荫镇登记')
    const [, , , registered, covered, alone] = await numbers(he)
    expect([registered, covered, alone], day(back)).toEqual(figures)
    for (const [which, figure] of [
      ['ELIGIBLE', registered],
      ['COVERED', covered],
      ['NOBODY', alone],
    ]) {
      await he.goto(`/admin/children?which=${which}&on=${day(back)}`)
      await expect(he.getByRole('heading', { level: 1 })).toHaveText(`槐荫镇的儿童，${figure} 名`)
    }
  }
  await he.goto(`/admin/?on=${day(210)}`)
  await expect(he.getByRole('heading', { level: 1 })).toContainText('槐荫镇那天还没有登记要结对的儿童')
})

test('on a past day the bar is of sand and every deed says why it rests', async () => {
  await he.goto(`/admin/?on=${day(40)}`)
  await expect(he.getByText('你在看过去的一天').first()).toBeVisible()
  await expect(he.getByRole('button', { name: /给 3 名找家庭/ })).toBeDisabled()
  await expect(he.getByRole('button', { name: /给 3 名找家庭/ })).toHaveAttribute('title', '你在看过去的一天，回到今天才能办')
  await look(he, 'coverage-03-past')
  await he.getByRole('button', { name: '回到今天', exact: true }).click()
  await expect(he.getByRole('heading', { level: 1 })).toHaveText('槐荫镇登记 9 名儿童，已有着落 5 名，还有 4 名没有着落')
})

test('a year of month ends is drawn, with the refresh of March, and a bar opens its day', async () => {
  await he.goto('/admin/')
  const series = he.getByRole('region', { name: /近 12 个月/ })
  await expect(series.locator('li')).toHaveCount(12)
  // In March itself the refresh is still going on.
  if (day(0).slice(5, 7) !== '03') await expect(series.getByText('3 月 31 日前更新')).toBeVisible()
  const bar = series.locator('li').nth(10).getByRole('link')
  const figure = await bar.locator('b').innerText()
  await bar.click()
  await expect(he).toHaveURL(/on=\d{4}-\d{2}-\d{2}/)
  await expect(he.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`还有 ${figure} 名没有着落\\s*$`))
})

test('from the province to the child behind a figure, one click per level', async ({ browser }) => {
  const she = await clerk(browser, 'ln.sichuan')
  await she.goto('/admin/')
  await expect(she.getByRole('heading', { level: 1 })).toContainText('四川省')
  await look(she, 'coverage-04-province')
  const counted = counting(she)
  let above = Number.POSITIVE_INFINITY
  for (const [next, name] of [
    ['南充市', 'city'],
    ['嘉陵区', 'county'],
    ['槐荫镇', 'town'],
  ] as const) {
    await counted.click(she.getByRole('row').getByRole('link', { name: next, exact: true }))
    await expect(she.getByRole('heading', { level: 1 })).toContainText(next)
    const [registered] = await numbers(she)
    expect(registered!, 'no part is more than the whole').toBeLessThanOrEqual(above)
    above = registered!
    await look(she, `coverage-05-${name}`)
  }
  await counted.click(she.getByRole('group', { name: /^松涛村/ }).locator('a').first())
  await expect(she.getByText(/档案编号/)).toBeVisible()
  expect(counted.clicks, 'province → the child behind a red figure').toBeLessThanOrEqual(5)
  await she.goBack()
  await she.getByRole('link', { name: '月牙社区', exact: true }).click()
  await expect(she.getByRole('heading', { level: 1 })).toHaveText('月牙社区登记 3 名儿童，已有着落 2 名，还有 1 名没有着落')
  await expect(she.getByRole('heading', { name: '还没有着落的 1 名' })).toBeVisible()
  await look(she, 'coverage-06-village')
})

test('the sheet for the mayor holds the same figures, their clauses, and who printed it', async () => {
  await he.goto('/admin/')
  await he.getByRole('link', { name: '打印' }).click()
  await expect(he.getByRole('heading', { level: 1 })).toContainText('槐荫镇登记 9 名儿童，已有着落 5 名，还有 4 名没有着落')
  await expect(he.getByRole('row', { name: /松涛村/ })).toHaveText(/松涛村\s*3\s*0\s*3/)
  await expect(he.getByText('〔JB-24〕八岁以上女童需女性干部（嘉金府发〔2023〕42号')).toBeVisible()
  await expect(he.getByText(/制表人：槐管理/)).toBeVisible()
  await he.emulateMedia({ media: 'print', colorScheme: 'light' })
  await he.screenshot({ path: 'target/screenshots/coverage-07-print.png', fullPage: true })
  await expect(he.getByRole('button', { name: '打印' })).toBeHidden()
  await he.emulateMedia({ media: 'screen' })
})
