// One thread through everything: the roster, a pairing, a visit with a photo, a call, a wish, and the coverage after each.
import { expect, test, type Page } from '@playwright/test'
import { clerk, figures, look } from './console'
import { offerHelp, phone, verifyNumber } from './phone'
import { phoneOf, ROSTER } from './roster'

const FATHER = '14082914045'
const YARD = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

test('a child goes from the roster to a family that visits, a father who calls, and a wish somebody grants', async ({ browser, baseURL }) => {
  const base = baseURL ?? ''
  const he = await clerk(browser, 'hm.jinbao')
  await look(he, '01-nothing-yet')

  await test.step('the roster is read, looked at, and taken over in one step', async () => {
    await he.goto('/admin/imports')
    await he.locator('input[type=file]').setInputFiles(ROSTER)
    const take = he.getByRole('button', { name: /^收下 \d+ 行$/ })
    await expect(take).toBeVisible({ timeout: 60_000 })
    await look(he, '02-preview')
    await take.click()
    await he.getByRole('link', { name: '看谁还没有着落' }).click({ timeout: 60_000 })
  })
  const [registered, covered, alone] = await figures(he)
  expect(registered).toBeGreaterThan(200)
  expect([covered, alone]).toEqual([0, registered])
  await look(he, '03-nobody-covered')

  const cadre = await pair(he)
  expect(await figures(he)).toEqual([registered, 1, registered! - 1])
  await look(he, '05-one-covered')

  await test.step('the cadre sees the child only after the clerk has confirmed who it is', async () => {
    const family = await phone(browser, base, '结对干部', phoneOf(cadre))
    await expect(family.getByTestId('child-card')).toHaveCount(0)
    await verifyNumber(family)
    await look(family, '06-asked')
    await confirm(he, '07-who-is-it')
    await family.goto('/h5/')
    await expect(family.getByTestId('child-card')).toHaveCount(1)
    await look(family, '08-home')
    await visit(family)
  })

  await test.step('the father records a call in two taps', async () => {
    const father = await phone(browser, base, '外出的家长', FATHER)
    await verifyNumber(father)
    await confirm(he)
    await father.goto('/h5/')
    await father.getByTestId('record-contact').first().click()
    await look(father, '11-call')
    await father.getByTestId('kind-VIDEO').click()
    await father.getByTestId('length-MEDIUM').click()
    await expect(father.getByTestId('contact-saved')).toBeVisible()
  })

  await test.step('a wish is proposed, published by another person, and claimed by a confirmed volunteer', async () => {
    const li = await clerk(browser, 'lp.jinbao')
    const child = (await json(he, 'GET', '/api/admin/children?division=511304114&which=FAMILY')).rows[0].id
    await json(he, 'PUT', '/api/admin/local-settings/WISH_FAMILY_HOURS', { division: '511304114', value: 0 })
    await json(he, 'POST', '/api/admin/wishes', { childId: child, kind: 'THING', what: '一双 36 码的棉雨鞋', why: '下雨天上学路上鞋会湿' })
    await publish(li)
    const volunteer = await phone(browser, base, '文秀', '14000000009')
    await offerHelp(volunteer, '文秀', '990000198808080011')
    await letHelp(he)
    await volunteer.goto('/h5/#/features/wish/WishPage')
    await expect(volunteer.getByTestId('wish')).toHaveCount(1)
    await look(volunteer, '12-wall')
    await volunteer.getByTestId('take-wish').click()
    await look(volunteer, '13-promise')
    await volunteer.getByTestId('agree').click()
    await expect(volunteer.getByTestId('wish-said')).toBeVisible()
  })

  await test.step('the case file shows the visit; the figures stay', async () => {
    await he.goto('/admin/children?which=FAMILY')
    await he.locator('a.name').first().click()
    // The photo is kept, and shown to nobody before the guardian has agreed.
    await expect(he.getByText('去看过')).toBeVisible()
    await look(he, '14-case-file')
    expect(await figures(he)).toEqual([registered, 1, registered! - 1])
  })
})

/** Pairs the first child that has a family with nothing against it; answers the cadre's name. */
async function pair(page: Page): Promise<string> {
  await page.goto('/admin/pairing')
  const offers = page.locator('.offers ol li')
  const waiting = page.locator('.queue li button')
  await expect(waiting.first()).toBeVisible()
  for (let child = 0; child < 20; child++) {
    await waiting.nth(child).click()
    await expect(page.getByText(/看过 \d+ 户家庭/)).toBeVisible()
    if (await offers.count()) break
  }
  await look(page, '04-families')
  const cadre = (await offers.first().locator('p span').first().innerText()).split(' · ')[0]!
  await offers.first().getByRole('button', { name: /结对$/ }).click()
  await expect(page.getByRole('button', { name: '撤销', exact: true })).toBeVisible()
  return cadre
}

async function visit(family: Page): Promise<void> {
  await family.getByTestId('record-visit').click()
  for (const answer of ['met-GRANDPARENT', 'topic-DROWNING', 'condition-WELL']) await family.getByTestId(answer).click()
  const chooser = family.waitForEvent('filechooser')
  await family.getByTestId('add-photo').click()
  await family.getByTestId('consent-agree').click()
  await (await chooser).setFiles({ name: 'yard.png', mimeType: 'image/png', buffer: Buffer.from(YARD, 'base64') })
  await expect(family.getByTestId('photo')).toHaveCount(1)
  await look(family, '09-visit')
  await family.getByTestId('save-visit').click()
  await expect(family.getByTestId('home')).toBeVisible()
  await expect(family.getByTestId('child-card')).toContainText('1')
  await look(family, '10-visited')
}

async function confirm(page: Page, shot?: string): Promise<void> {
  await page.goto('/admin/requests')
  const mine = page.getByRole('button', { name: '是本人' })
  await expect(mine.first()).toBeVisible()
  if (shot) await look(page, shot)
  while (await mine.count()) {
    const before = await mine.count()
    await mine.first().click()
    await expect(mine).toHaveCount(before - 1)
  }
}

/** Checks, trains and confirms whoever has offered help. */
async function letHelp(page: Page): Promise<void> {
  await page.goto('/admin/volunteers')
  const row = page.locator('tbody tr').first()
  await expect(row).toContainText('等查询、培训')
  await look(page, '11a-volunteer')
  for (const deed of ['查询', '培训']) {
    await row.getByRole('button', { name: deed, exact: true }).click()
    await page.getByRole('button', { name: '记下', exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await row.getByRole('button', { name: '让他来帮' }).click()
  await expect(row).toContainText('在帮忙')
}

/** Reads the wish somebody else has written down, and puts it on the wall. */
async function publish(page: Page): Promise<void> {
  await page.goto('/admin/wishes')
  await page.getByRole('button', { name: '去办' }).first().click()
  await look(page, '11b-wish')
  await page.getByRole('button', { name: '看过了，上墙' }).click()
  await expect(page.locator('tbody tr').first()).toContainText('在墙上')
}

async function json(page: Page, method: string, url: string, body?: unknown) {
  return page.evaluate(
    async ([verb, address, content]) => {
      const token = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))?.slice(11) ?? ''
      const answer = await fetch(address as string, {
        method: verb as string,
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) },
        body: content === undefined ? undefined : JSON.stringify(content),
      })
      const text = await answer.text()
      return text ? JSON.parse(text) : {}
    },
    [method, url, body] as const,
  )
}
