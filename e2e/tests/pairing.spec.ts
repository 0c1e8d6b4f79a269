// Pairing by hand: what the rules say before anything is saved, exceptions, hand-overs, successions, duties, and the way back.
import { expect, test, type Page } from '@playwright/test'
import { counting, look, numbers } from './console'
import { settle, type Plan, type Town } from './town'

const PLAN: Plan = {
  name: '柏溪镇',
  villages: ['柏树湾村', '石桥沟村', '桃园社区'],
  kids: [
    { name: '柏晓雨', sex: '女', age: 9, village: 0, kind: 'DISABLED' },
    { name: '鲍小山', sex: '男', age: 7, village: 0, kind: 'LEFT_BEHIND', home: '同家 1 号' },
    { name: '鲍小溪', sex: '女', age: 5, village: 0, kind: 'LEFT_BEHIND', home: '同家 1 号' },
    { name: '卞若兰', sex: '女', age: 12, village: 1, kind: 'LEFT_BEHIND' },
    { name: '蔡东升', sex: '男', age: 10, village: 1, kind: 'POOR' },
    { name: '岑雪莹', sex: '女', age: 8, village: 1, kind: 'POOR' },
    { name: '车明远', sex: '男', age: 11, village: 2, kind: 'ORPHAN' },
    { name: '褚天宇', sex: '男', age: 6, village: 2, kind: 'LEFT_BEHIND' },
  ],
  cadres: [
    { name: '郝清荷', sex: '女', unit: '柏溪镇人民政府', village: 0, takes: 3 },
    { name: '纪远航', sex: '男', unit: '柏溪镇人民政府', village: 0, takes: 3 },
    { name: '娄静文', sex: '女', unit: '柏溪镇卫生院', village: 1, takes: 2 },
    { name: '明致和', sex: '男', unit: '柏溪镇卫生院', village: 2, takes: 2 },
    { name: '祁月华', sex: '女', unit: '柏溪镇中心小学', village: 1, takes: 1 },
  ],
}

test.describe.configure({ mode: 'serial' })

let town: Town
let he: Page

test.beforeAll(async ({ browser, baseURL }) => {
  town = await settle(baseURL ?? '', PLAN)
  he = await town.open(browser, town.clerk)
})

test('every rule is explained before anything is saved, and what was saved can be taken back', async () => {
  const counted = counting(he)
  await he.goto('/admin/')
  await look(he, 'pairing-01-town')
  await counted.click(he.getByRole('heading', { level: 1 }).getByRole('link').last())
  await expect(he.getByRole('heading', { level: 1 })).toHaveText('柏溪镇的儿童，8 名')
  await counted.click(row(he, '柏○○').getByRole('link', { name: '去结对' }))
  const families = he.getByRole('region', { name: '合适的家庭' })
  await expect(families.getByText(/看过 5 户家庭/)).toBeVisible()
  await look(he, 'pairing-02-bench')

  await test.step('each family says what every rule asks, and by which clause', async () => {
    await expect(families.locator('ol li').first().locator('.chip')).toContainText(['JB-58', 'JB-24', 'JB-21', 'JB-25', '容量', '每年查询'])
    const others = he.getByRole('region', { name: '要申请例外和不能选的家庭' })
    await expect(others.locator('li', { hasText: '纪远航' }).locator('.chip')).toContainText(['9 岁女孩，要配女干部'])
    await others.locator('li', { hasText: '纪远航' }).locator('.chip').click()
    const drawer = he.getByRole('dialog')
    await expect(drawer.locator('mark')).toHaveText('8周岁以上的女童原则安排女性干部职工及其家庭结对。')
    await expect(drawer).toContainText('嘉金府发〔2023〕42号')
    await expect(drawer).toContainText('原则上')
    await look(he, 'pairing-03-clause')
    await he.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  })

  await counted.click(families.getByRole('button', { name: '和郝家结对' }))
  await expect(he.getByText('柏○○和郝家结对了，10 分钟内可以撤销')).toBeVisible()
  expect(counted.clicks, 'gap figure → child → pair with the first suggestion').toBeLessThanOrEqual(4)
  expect(await headline()).toEqual([8, 1, 7])

  await test.step('the way back stays for ten minutes, also after a reload', async () => {
    await he.goto('/admin/pairing')
    await he.getByRole('button', { name: /^撤销，到/ }).click()
    await expect(he.getByText('柏○○和郝家的结对撤销了')).toBeVisible()
    expect(await headline()).toEqual([8, 0, 8])
  })
})

test('keys alone choose a child and a family', async () => {
  await bench('柏○○')
  await he.keyboard.press('1')
  await he.keyboard.press('Enter')
  await expect(he.getByText(/柏○○和.家结对了/)).toBeVisible()
  await expect(waiting('柏○○')).toHaveCount(0)
  expect(await headline()).toEqual([8, 1, 7])
})

test('an exception takes a reason, an expiry and another person', async ({ browser }) => {
  const counted = counting(he)
  await bench('卞○○')
  const male = he.getByRole('region', { name: '要申请例外和不能选的家庭' }).locator('li', { hasText: '明致和' })
  await counted.click(male.getByRole('button', { name: '为明家申请例外' }))
  await he.getByLabel('为什么只能这一户').fill('明家就住隔壁，奶奶信得过')
  await expect(he.getByLabel('管到哪天')).toHaveValue(/-03-31$/)
  await look(he, 'pairing-04-exception')
  await counted.click(he.getByRole('button', { name: '送去审批' }))
  await expect(he.getByText('批之前孩子仍算没有着落').first()).toBeVisible()
  expect(counted.clicks, 'pair against 原则上 by exception').toBeLessThanOrEqual(6)
  expect(await headline()).toEqual([8, 1, 7])
  await he.goto('/admin/approvals')
  await expect(he.getByText('你自己提的，要另一个人来批')).toBeVisible()

  const other = await town.open(browser, town.supervisor)
  await other.goto('/admin/pairing')
  await other.getByRole('link', { name: '去审批' }).click()
  await look(other, 'pairing-05-approval')
  await other.getByRole('button', { name: '批准这件例外' }).click()
  await expect(other.getByText('批准了，卞○○有着落了')).toBeVisible()
  expect(await headline()).toEqual([8, 2, 6])
  await file(he, '卞')
  await expect(he.locator('#pairings')).toContainText(/明家就住隔壁，奶奶信得过，管到 \d{4}-03-31，柏督导批的/)
})

test('a girl beside a male cadre by exception counts as covered and is shown apart', async () => {
  await he.goto('/admin/')
  await expect(he.getByRole('link', { name: /八岁以上女孩·男干部 1/ })).toBeVisible()
  await he.getByRole('link', { name: /八岁以上女孩·男干部 1/ }).click()
  await expect(he.locator('a.name')).toHaveText(['卞○○'])
})

test('an ending leaves a note that stands in front of whoever looks for the next family', async () => {
  await file(he, '柏')
  await he.getByRole('button', { name: '结束这次结对…' }).click()
  await he.getByLabel('为什么').selectOption('FAMILY_ASKED')
  await he.getByLabel(/交接的话/).fill('孩子怕狗，先在院外喊一声')
  await look(he, 'pairing-06-ending')
  await he.getByRole('button', { name: '结束这次结对', exact: true }).click()
  await expect(he.locator('#pairings')).toContainText('交接的话：孩子怕狗，先在院外喊一声')
  await he.locator('#pairings').getByRole('link', { name: '再和这家结对' }).click()
  await expect(he.getByText('交接的话：“孩子怕狗，先在院外喊一声”')).toBeVisible()
  await expect(waiting('柏○○')).toContainText('原来是')
  await he.locator('.offers ol li').first().getByRole('button', { name: /结对$/ }).click()
  await expect(he.getByText(/柏○○和.家结对了/)).toBeVisible()
  await file(he, '柏')
  await expect(he.locator('#pairings li')).toHaveCount(3)
})

test('one family takes over from another on the same day, and both steps are taken back together', async () => {
  await he.locator('#pairings').getByRole('link', { name: '换一家…' }).click()
  await expect(he.getByText(/现在由 .* 带/)).toBeVisible()
  await he.locator('.offers ol li').first().getByRole('button', { name: /^换到/ }).click()
  await he.getByLabel('为什么换').selectOption('BETTER_MATCH')
  await he.getByRole('dialog').getByRole('button', { name: /^换到/ }).click()
  await expect(he.getByText(/柏○○和.家结对了/)).toBeVisible()
  expect(await headline()).toEqual([8, 2, 6])
  await file(he, '柏')
  await he.locator('#pairings').getByRole('button', { name: /^撤销，到/ }).click()
  await expect(he.getByText('撤销了').first()).toBeVisible()
  expect(await headline()).toEqual([8, 2, 6])
})

test('brothers and sisters are shown together and offered the same family', async () => {
  await bench('鲍○○')
  await expect(he.locator('.offers header')).toContainText('家里还有 1 个孩子')
  await he.locator('.offers ol li').first().getByRole('button', { name: /结对$/ }).click()
  await expect(he.getByText(/鲍○○和.家结对了/)).toBeVisible()
  await bench('鲍○○')
  await expect(he.locator('.offers ol li')).toHaveCount(1)
  await expect(he.locator('.offers ol li .chip', { hasText: 'JB-22' })).toBeVisible()
  await he.locator('.offers ol li').getByRole('button', { name: /结对$/ }).click()
  await expect(he.getByText(/鲍○○和.家结对了/)).toBeVisible()
})

test('a unit answers for a village, found by its initials, and for the later categories only', async () => {
  const before = await headline()
  await he.goto('/admin/area-duties')
  await he.getByRole('button', { name: '定一个包片' }).click()
  await he.getByLabel('单位').selectOption({ label: '柏溪镇卫生院' })
  await he.getByRole('combobox', { name: '包哪个村' }).fill('tysq')
  await expect(he.getByRole('listbox', { name: '包哪个村' }).getByRole('option')).toHaveText([/桃园社区.*柏溪镇/])
  await he.keyboard.press('Enter')
  await he.getByLabel('负责的干部').fill('明致和')
  await he.getByLabel('男').check()
  await look(he, 'pairing-07-duty')
  await he.getByRole('button', { name: '定下这个包片' }).click()
  await expect(he.getByText('包片定下来了')).toBeVisible()
  expect(await headline(), 'the orphan still waits for a family of his own').toEqual([before[0], before[1]! + 1, before[2]! - 1])
})

test('the children of a cadre who leaves go into a queue of their own', async () => {
  await he.goto('/admin/families?q=明致和')
  await he.getByRole('link', { name: '明家' }).click()
  await he.getByRole('button', { name: '离开…' }).click()
  await he.getByLabel('为什么').fill('调到区里')
  await he.getByRole('button', { name: '这户离开' }).click()
  await expect(he.getByText('这户离开了，1 名孩子进了等结对的名单')).toBeVisible()
  await look(he, 'pairing-08-left')
  await he.getByRole('link', { name: /1 名孩子原来由这户带/ }).click()
  await expect(he.getByText('只看原来同一户带的。')).toBeVisible()
  await expect(waiting('卞○○')).toContainText('原来的家庭走了')
  await look(he, 'pairing-09-queue')
  await he.locator('.offers ol li').first().getByRole('button', { name: /结对$/ }).click()
  await expect(he.getByText(/卞○○和.家结对了/)).toBeVisible()
  await he.goto('/admin/work?kind=HELPER_LEFT')
  await expect(he.getByText('卞○○')).toHaveCount(0)
})

test('a refusal of the server is said at the place where it was asked for', async () => {
  await he.goto('/admin/families?q=祁月华')
  await he.getByRole('link', { name: '祁家' }).click()
  await he.getByRole('button', { name: '改名额…' }).click()
  await he.getByLabel('最多带几名').fill('0')
  await he.getByRole('dialog').getByRole('button', { name: '改名额' }).click()
  await expect(he.getByText('名额改好了')).toBeVisible()
  await bench('岑○○')
  const full = he.getByRole('region', { name: '要申请例外和不能选的家庭' }).locator('li', { hasText: '祁月华' })
  await expect(full.locator('.chip')).toContainText(['满了'])
  await full.locator('.chip', { hasText: '容量' }).click()
  await expect(he.getByRole('heading', { level: 1 })).toHaveText('本地定的数')
  await expect(he.locator('tr.asked')).toContainText('一户最多带几名')
})

/** Registered, covered, with nobody: as the landing page says it now. */
async function headline(): Promise<number[]> {
  await he.goto('/admin/')
  await expect(he.getByRole('heading', { level: 1 })).toContainText('柏溪镇')
  return numbers(he)
}

function row(page: Page, name: string) {
  return page.getByRole('row', { name: new RegExp(name) })
}

function waiting(name: string) {
  return he.getByRole('region', { name: '等着结对的孩子' }).locator('li', { hasText: name })
}

/** Opens the bench with the first waiting child of that masked name. */
async function bench(name: string): Promise<void> {
  await he.goto('/admin/pairing')
  await waiting(name).first().getByRole('button').click()
  await expect(he.locator('.offers header')).toContainText(name)
  await expect(he.getByText(/看过 \d+ 户家庭/)).toBeVisible()
}

/** Opens the file of the child of that family name. */
async function file(page: Page, familyName: string): Promise<void> {
  await page.goto('/admin/children')
  await page.getByRole('searchbox', { name: '找孩子' }).fill(familyName)
  await page.keyboard.press('Enter')
  await page.locator('a.name', { hasText: familyName }).first().click()
  await expect(page.locator('#pairings')).toBeVisible()
}
