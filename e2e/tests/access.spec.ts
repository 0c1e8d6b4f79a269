// Who may come near a child: codes that invite, and an adult who is kept away and loses everything at once.
import { expect, test, type Page } from '@playwright/test'
import { look } from './console'
import { phone, verifyNumber } from './phone'
import { settle, type Plan, type Town } from './town'

const PLAN: Plan = {
  name: '梨树镇',
  villages: ['梨花村'],
  kids: [
    { name: '钮小禾', sex: '女', age: 9, village: 0, kind: 'LEFT_BEHIND', home: '1 号' },
    { name: '钮小川', sex: '男', age: 6, village: 0, kind: 'LEFT_BEHIND', home: '1 号' },
  ],
  cadres: [{ name: '倪秋实', sex: '女', unit: '梨树镇人民政府', village: 0, takes: 3 }],
}

test.describe.configure({ mode: 'serial' })

let town: Town
let he: Page

test.beforeAll(async ({ browser, baseURL }) => {
  town = await settle(baseURL ?? '', PLAN)
  he = await town.open(browser, town.clerk)
})

async function file(): Promise<void> {
  await he.goto('/admin/children?sort=OLDEST')
  await he.locator('a.name').first().click()
  await expect(he.getByRole('list', { name: '身边的大人' })).toBeVisible()
}

test('a code invites a director, is printed with how to use it, and is worthless once it is withdrawn', async () => {
  await he.goto('/admin/requests')
  await he.getByRole('link', { name: '邀请码' }).click()
  await he.getByRole('button', { name: '请儿童主任…' }).click()
  const place = he.getByRole('combobox', { name: '管哪个村' })
  await place.fill('lhc')
  await he.getByRole('listbox', { name: '管哪个村' }).getByRole('option', { name: /梨花村/ }).click()
  await he.getByLabel('姓名', { exact: true }).fill('年有余')
  await he.getByRole('button', { name: '做邀请码' }).click()
  const shown = he.getByRole('dialog', { name: '请儿童主任用微信扫' })
  const picture = shown.getByRole('img', { name: '邀请码，用微信扫' })
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(100)
  await look(he, 'access-code')
  const code = await shown.locator('code').innerText()
  await shown.getByRole('link', { name: '打印' }).click()
  await expect(he.getByRole('heading', { name: '童行：请你来用手机' })).toBeVisible()
  await expect(he.getByText(code)).toBeVisible()
  await look(he, 'access-slip')
  await he.getByRole('button', { name: '返回' }).click()
  await he.getByRole('row', { name: new RegExp(code) }).getByRole('button', { name: '撤回' }).click()
  await expect(he.getByText('撤回了，这个码没用了')).toBeVisible()
  await expect(he.getByRole('heading', { level: 1 })).toHaveText('没有等着用的邀请码')
})

test('an adult who is kept away sees nothing from that moment on', async ({ browser, baseURL }) => {
  const number = `140${town.code.slice(-3)}00000`
  const grandmother = await phone(browser, baseURL ?? '', `钮家奶奶${Date.now() % 100_000}`, number)
  await verifyNumber(grandmother)
  await he.goto('/admin/requests')
  const hers = he.getByRole('row', { name: /照料人/ })
  await hers.first().getByRole('button', { name: '看号码' }).click()
  await expect(hers.first()).toContainText(number)
  await hers.first().getByRole('button', { name: '是本人' }).click()
  await expect(he.getByText('确认了，对方现在能看到该看的')).toBeVisible()
  await grandmother.goto('/h5/')
  await expect(grandmother.getByTestId('child-card').first()).toBeVisible()

  await file()
  const adults = he.getByRole('list', { name: '身边的大人' })
  await expect(adults).toContainText('手机上认过了')
  await adults.getByRole('button', { name: '限制接触：奶奶' }).click()
  const form = he.getByRole('dialog', { name: /能不能接触孩子/ })
  await form.getByRole('radio', { name: /不许接触/ }).check()
  await expect(form.getByRole('button', { name: '不许接触' })).toBeDisabled()
  await form.getByLabel('为什么').fill('派出所告诫书，三个月内不得接触')
  await look(he, 'access-decide')
  await form.getByRole('button', { name: '不许接触' }).click()
  await expect(adults).toContainText('派出所告诫书')
  await expect(adults.getByRole('button', { name: '给奶奶做邀请码' })).toHaveCount(0)
  await look(he, 'access-away')

  await grandmother.goto('/h5/')
  await expect(grandmother.getByTestId('home')).toBeVisible()
  await expect(grandmother.getByTestId('child-card')).toHaveCount(0)
  await look(grandmother, 'access-nothing')
})
