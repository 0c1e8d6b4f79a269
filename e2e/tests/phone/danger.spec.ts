// The red button: pressed without a signal, on the screens of those on duty with one, and taken up; whoever pressed it knows.
import { expect, test, type Browser, type Page } from '@playwright/test'
import { look } from '../console'
import { phone, verifyNumber } from '../phone'
import { settle, type Town } from '../town'

const PLAN = {
  name: '石桥乡',
  villages: ['柳树沟村', '平安村'],
  kids: [
    { name: '温小满', sex: '女' as const, age: 10, village: 0, kind: 'ORPHAN' as const },
    { name: '温大川', sex: '男' as const, age: 12, village: 1, kind: 'LEFT_BEHIND' as const },
  ],
  cadres: [{ name: '谢秀兰', sex: '女' as const, unit: '石桥乡政府', village: 0, takes: 2 }],
}

test('danger reported without a signal arrives once, is seen, taken up and closed, and the reporter knows who has it', async ({ browser, baseURL }) => {
  const town = await settle(baseURL ?? '', PLAN)
  await pair(town)
  const family = await cadre(browser, town, '秀兰')
  const she = await town.open(browser, town.clerk)
  await she.setViewportSize({ width: 1366, height: 768 })
  await she.goto('/admin/dangers')
  await expect(she.getByRole('heading', { level: 1 })).toHaveText('没有等人接的险情')
  await expect(she.getByTestId('danger-banner')).toHaveCount(0)
  await look(she, 'danger-console-empty')
  await she.goto('/admin/children')

  await test.step('the call goes first, and three taps report without a signal', async () => {
    const dialled = await dialling(family)
    await family.context().setOffline(true)
    await family.getByTestId('danger').click()
    await expect(family.getByText('没信号先打电话')).toBeVisible()
    await look(family, 'danger-phone-open')
    await family.getByTestId('call-110').click()
    await expect.poll(() => dialled).toContain('tel:110')
    await expect(family.getByTestId('called')).toBeVisible()
    await family.getByTestId('danger-DOMESTIC_VIOLENCE').click()
    await family.getByTestId(/^danger-child-\d+$/).first().click()
    await family.getByTestId('send-danger').click()
    await expect(family.getByTestId('danger-state')).toHaveText(/有信号自己发|手机会接着发/)
    await look(family, 'danger-phone-kept')
  })

  await test.step('it arrives by itself, once, and every page of those on duty says so', async () => {
    await expect(she.getByTestId('danger-banner')).toHaveCount(0)
    await family.context().setOffline(false)
    const banner = she.getByTestId('danger-banner')
    await expect(banner).toContainText('孩子被打了 · 柳树沟村', { timeout: 30_000 })
    await expect(banner).toContainText('已打 110')
    await expect(she).toHaveTitle(/^【险情 1】儿童/)
    await expect(she.getByRole('link', { name: '险情', exact: true }).last()).toBeVisible()
    await look(she, 'danger-console-banner')
    expect((await town.clerk.get(`/api/admin/dangers?division=${town.code}`)).rows).toHaveLength(1)
    await expect(family.getByTestId('danger-state')).toContainText('看到了，还没接', { timeout: 30_000 })
    for (const address of ['', 'pairing', 'families', 'register']) {
      await she.goto(`/admin/${address}`)
      await expect(she.getByTestId('danger-banner'), address).toBeVisible()
    }
  })

  await test.step('somebody takes it up, and the reporter sees who', async () => {
    await she.getByRole('button', { name: '我来接' }).click()
    await expect(she.getByTestId('danger-card')).toContainText('在办')
    await expect(she.getByTestId('danger-banner')).toHaveCount(0)
    await expect(she).toHaveTitle(/^险情/)
    await look(she, 'danger-console-accepted')
    await expect(family.getByTestId('danger-state')).toHaveText(/石管理 \d+:\d\d 接了/, { timeout: 30_000 })
    await look(family, 'danger-phone-accepted')
  })

  await test.step('the child is in red where it stands, and no longer once it is over', async () => {
    await family.goto('/h5/')
    await expect(family.getByTestId('red')).toHaveCount(1)
    await expect(family.getByTestId('alarm-card')).toContainText('石管理')
    await look(family, 'danger-phone-red')
    await she.goto('/admin/children')
    await expect(she.getByRole('link', { name: '险情', exact: true })).toHaveCount(2)
    await look(she, 'danger-console-red')
    await she.locator('table .red').click()
    await she.getByLabel('办了什么').fill('给派出所打了电话，他们已经到村里')
    await she.getByRole('button', { name: '记一句' }).click()
    await expect(she.getByTestId('danger-card')).toContainText('他们已经到村里')
    await she.getByLabel('办了什么').fill('孩子先住姑姑家，明天再去看')
    await she.getByRole('button', { name: '办完了，这样结束' }).click()
    await expect(she.getByTestId('danger-card')).toContainText('孩子先住姑姑家，明天再去看 —— 石管理')
    await expect(she.getByLabel('办了什么')).toHaveCount(0)
    await look(she, 'danger-console-closed')
    await family.goto('/h5/')
    await expect(family.getByTestId('alarm-card')).toContainText('办完了')
    await expect(family.getByTestId('red')).toHaveCount(0)
  })
})

test('a draft outlives a phone that dies, and goes out under the same key', async ({ browser, baseURL }) => {
  const town = await settle(baseURL ?? '', PLAN)
  await pair(town)
  const family = await cadre(browser, town, '秀兰的新手机')
  const before = await reports(town)
  await family.getByTestId('look').click()
  await expect(family.getByTestId('child')).toBeVisible()
  await family.getByTestId('danger').last().click()
  await family.getByTestId('danger-MISSING').click()
  await expect(family.getByTestId(/^danger-child-\d+$/).first()).toHaveAttribute('aria-pressed', 'true')
  await family.goto('about:blank')
  await family.goto('/h5/')
  await expect(family.getByTestId('outbox-bar')).toContainText('报告')
  await family.getByTestId('danger').click()
  await expect(family.getByTestId('danger-MISSING')).toHaveAttribute('aria-checked', 'true')
  await family.getByTestId('send-danger').click()
  await expect(family.getByTestId('danger-state')).toContainText('值班的人')
  await family.goto('about:blank')
  await family.goto('/h5/')
  await expect(family.getByTestId('alarm-card')).toBeVisible()
  expect(await reports(town)).toBe(before + 1)
})

test('whose last tie has ended still has the red button on the first page, and is heard', async ({ browser, baseURL }) => {
  const town = await settle(baseURL ?? '', PLAN)
  await pair(town)
  const family = await cadre(browser, town, '秀兰的旧手机')
  const before = await reports(town)
  const { rows } = await town.clerk.get('/api/admin/memberships?state=CONFIRMED&kind=CADRE_FAMILY&size=100')
  for (const tie of rows) await town.clerk.post(`/api/admin/memberships/${tie.id}/revocation`, { reason: '不再结对' })
  await family.reload()
  await expect(family.getByTestId('headline')).toContainText('先说说你是谁')
  await family.getByTestId('danger').click()
  await family.getByTestId('danger-MISSING').click()
  await look(family, 'danger-phone-tie-ended')
  await family.getByTestId('send-danger').click()
  await expect(family.getByTestId('danger-state')).toContainText('值班的人')
  expect(await reports(town)).toBe(before + 1)
})

async function reports(town: Town): Promise<number> {
  const { counts } = await town.clerk.get(`/api/admin/dangers?division=${town.code}`)
  return Object.values<number>(counts).reduce((sum, one) => sum + one, 0)
}

/** The girl and the cadre of the plan, unless they are paired already. */
async function pair(town: Town): Promise<void> {
  const { rows } = await town.clerk.get(`/api/admin/children?division=${town.villageCodes[0]}&which=NOBODY`)
  if (!rows.length) return
  const { suitable } = await town.clerk.get(`/api/admin/children/${rows[0].id}/candidates`)
  await town.clerk.post('/api/admin/pairings', { childId: rows[0].id, familyId: suitable[0].familyId, startsOn: today() })
}

function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The cadre's phone, on the first page with the child. */
async function cadre(browser: Browser, town: Town, nickname: string): Promise<Page> {
  const family = await phone(browser, town.base, nickname, `140${town.code.slice(-3)}90000`)
  await family.setViewportSize({ width: 390, height: 844 })
  await verifyNumber(family)
  const { rows } = await town.clerk.get('/api/admin/memberships?state=REQUESTED')
  for (const { id } of rows) await town.clerk.post(`/api/admin/memberships/${id}/confirmation`, {})
  await family.goto('/h5/')
  await expect(family.getByTestId('child-card')).toHaveCount(1)
  await family.waitForLoadState('networkidle')
  return family
}

/** What the phone is asked to dial; a browser on a desk has nothing to dial with. */
async function dialling(page: Page): Promise<string[]> {
  const dialled: string[] = []
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  session.on('Page.frameRequestedNavigation', ({ url }) => dialled.push(url))
  return dialled
}
