// A wish from a visit to its thanks, seen by the family, the desk, a volunteer and the grandmother; a label refused on the way;
// a promise nobody keeps comes back to the wall.
import { expect, test, type Page } from '@playwright/test'
import { look as lookAt } from '../console'
import { offerHelp, phone } from '../phone'
import type { Town } from '../town'
import { BOY, desk, GIRL, hamlet, holding, idOf, look, numberOfCadre, numberOfCarer, pair } from './hamlet'

const NAME = '桑雨'

test.describe.configure({ mode: 'serial' })

/** One grey dot: nobody's face. */
const LAMP = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let town: Town
let volunteer: Page
let carer: Page

test.beforeAll(async ({ baseURL }) => {
  town = await hamlet(baseURL ?? '')
  await pair(town)
  await town.clerk.put('/api/admin/local-settings/WISH_FAMILY_HOURS', { division: town.code, value: 0 })
})

test('a volunteer registers where she wants to help, and helps once checked, trained and confirmed', async ({ browser, baseURL }) => {
  volunteer = await phone(browser, baseURL ?? '', NAME, '14055507001')
  await offerHelp(volunteer, NAME, '990000198808080046', town.name)
  await look(volunteer, 'phone-volunteer-1-asked')
  const screen = await desk(browser, town.clerk)
  await screen.goto('/admin/volunteers')
  const row = screen.locator('tbody tr').first()
  await expect(row).toContainText('等查询、培训')
  for (const deed of ['查询', '培训']) {
    await row.getByRole('button', { name: deed, exact: true }).click()
    await screen.getByRole('button', { name: '记下', exact: true }).click()
    await expect(screen.getByRole('dialog')).toHaveCount(0)
  }
  await row.getByRole('button', { name: '让他来帮' }).click()
  await expect(row).toContainText('在帮忙')
  await row.getByRole('button').first().click()
  await expect(screen.getByText('在这里帮忙')).toBeVisible()
  await expect(screen.getByText('没有陪着哪个孩子')).toBeVisible()
  await lookAt(screen, 'console-volunteer')
  await volunteer.goto('/h5/#/features/membership/TiePage')
  await volunteer.reload()
  await expect(volunteer.locator('[data-testid=place][data-state=CONFIRMED]')).toHaveCount(1)
  await look(volunteer, 'phone-volunteer-2-helps')
})

test('a wish goes from a visit to its thanks, seen by four people', async ({ browser }) => {
  const child = await idOf(town, GIRL)
  const family = await holding(browser, town, '月华', numberOfCadre(town))

  await test.step('a label is refused with a better word, and nothing typed is lost', async () => {
    await family.locator(`[data-testid=child-card][data-child-id="${child}"]`).getByTestId('record-visit').click()
    await family.getByTestId('extra-wish').click()
    await family.getByTestId('wish-kind-THING').click()
    await type(family, 'wish-what', '给困境儿童的台灯')
    await type(family, 'wish-why', '晚上写作业，屋里灯有点暗')
    await family.getByTestId('propose-wish').click()
    await expect(family.getByTestId('wish-form').getByTestId('said')).toContainText('孩子想要')
    await look(family, 'phone-wish-1-label')
    await type(family, 'wish-what', '一盏充电台灯')
  })

  await test.step('without a signal it waits on the phone, and then it goes by itself', async () => {
    await family.context().setOffline(true)
    await family.getByTestId('propose-wish').click()
    await expect(family.getByTestId('wish-form').getByTestId('said')).toContainText('存在手机里')
    await look(family, 'phone-wish-2-kept')
    await family.context().setOffline(false)
    await family.goto(`/h5/#/features/wish/ChildWishesPage?childId=${child}`)
    await family.reload()
    await expect(family.getByTestId('child-wish')).toContainText('等镇里看过', { timeout: 30_000 })
    await look(family, 'phone-wish-3-child')
  })

  const screen = await desk(browser, town.supervisor)
  await test.step('somebody else reads it and puts it on the wall', async () => {
    await screen.goto(`/admin/wishes?division=${town.code}`)
    await screen.getByRole('button', { name: '去办' }).first().click()
    await lookAt(screen, 'console-wish')
    await screen.getByRole('button', { name: '看过了，上墙' }).click()
    await expect(screen.locator('tbody tr').first()).toContainText('在墙上')
  })

  await test.step('the volunteer sees no child, promises it, and says when it comes', async () => {
    await volunteer.goto('/h5/#/features/wish/WishPage')
    await volunteer.reload()
    await expect(volunteer.getByTestId('wish')).toHaveCount(1)
    await expect(volunteer.getByTestId('wishes')).not.toContainText(town.kids[GIRL]!.name)
    await volunteer.getByTestId('take-wish').click()
    await volunteer.getByTestId('agree').click()
    await volunteer.getByTestId('deliver-day').click()
    await volunteer.locator('.uni-picker-action-confirm').click()
    await volunteer.getByTestId('arrange').click()
    await expect(volunteer.getByTestId('deliver-by')).toBeVisible()
    await look(volunteer, 'phone-wish-4-promised')
    await volunteer.goto('/h5/')
    await expect(volunteer.getByTestId('home-promise')).toContainText('送到：一盏充电台灯')
    await look(volunteer, 'phone-wish-4-home')
    await volunteer.getByTestId('home-promise').getByRole('button').click()
    await expect(volunteer.getByTestId('deliver-by')).toBeVisible()
  })

  await test.step('the grandmother says that it came, with a picture of it, and thanks', async () => {
    carer = await holding(browser, town, '何奶奶', numberOfCarer(town, GIRL))
    await carer.locator(`[data-testid=child-card][data-child-id="${child}"]`).getByTestId('child-wishes').click()
    await look(carer, 'phone-wish-5-caregiver')
    await carer.getByTestId('arrived').click()
    const chooser = carer.waitForEvent('filechooser')
    await carer.getByTestId('add-photo').click()
    await carer.getByTestId('consent-agree').click()
    await (await chooser).setFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: Buffer.from(LAMP, 'base64') })
    await expect(carer.getByTestId('hand-over-photo')).toBeVisible()
    await look(carer, 'phone-wish-5b-picture')
    await carer.getByTestId('save-arrival').click()
    await expect(carer.getByTestId('child-wish')).toContainText('送到的')
    await expect(carer.getByTestId('photo-state')).toContainText('照片等镇里看')
    await carer.getByTestId('thank').click()
    await type(carer, 'thanks-words', '灯很亮，谢谢你')
    await carer.getByTestId('save-thanks').click()
    await expect(carer.getByTestId('thanks-state')).toContainText('等镇里看过')
    await look(carer, 'phone-wish-6-thanked')
  })

  await test.step('the picture passes a guardian, a second person and WeChat before the volunteer sees it', async () => {
    await screen.goto(`/admin/wishes?division=${town.code}&thanks=true`)
    await screen.getByRole('button', { name: '去办' }).first().click()
    await screen.getByRole('button', { name: '看照片' }).click()
    await expect(screen.getByRole('alert')).toContainText('家长还没同意')
    await expect(screen.getByAltText('送到时拍的照片')).toHaveCount(0)
    await lookAt(screen, 'console-wish-picture-held')
    await volunteer.reload()
    await expect(volunteer.getByTestId('wish').first()).toBeVisible()
    await expect(volunteer.getByTestId('show-photos')).toHaveCount(0)

    await carer.goto(`/h5/#/features/child/ConsentPage?childId=${child}`)
    await carer.getByTestId('give-consent').click()
    await expect(carer.getByTestId('consent-now')).toBeVisible()
    await screen.getByRole('button', { name: '看照片' }).click()
    await expect(screen.getByAltText('送到时拍的照片')).toBeVisible()
    await screen.getByRole('button', { name: '没有人脸和门牌，给对方看' }).click()
    await expect(screen.getByText('交给微信查，查过对方就能看到')).toBeVisible()
    await expect(async () => {
      await volunteer.reload()
      await volunteer.getByTestId('show-photos').click({ timeout: 2_000 })
    }).toPass({ timeout: 30_000 })
    await expect(volunteer.getByTestId('shown-photo')).toBeVisible()
    const shown = volunteer.getByTestId('shown-photo').locator('img').first()
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    await look(volunteer, 'phone-wish-6b-picture')
  })

  await test.step('the thanks are read once more, and reach whoever kept the promise', async () => {
    await screen.goto(`/admin/wishes?division=${town.code}&thanks=true`)
    await screen.getByRole('button', { name: '去办' }).first().click()
    await screen.getByRole('button', { name: '给对方看', exact: true }).click()
    await expect(screen.getByText('没有等人看的')).toBeVisible()
    await volunteer.reload()
    await expect(volunteer.getByTestId('wish-thanks')).toContainText('灯很亮')
    await look(volunteer, 'phone-wish-7-kept')
    await screen.goto(`/admin/wishes?division=${town.code}`)
    await lookAt(screen, 'console-wishes')
  })
})

test('a promise nobody keeps comes back to the wall', async ({ browser }) => {
  const { id } = await town.clerk.post('/api/admin/wishes', { childId: await idOf(town, BOY), kind: 'THING', what: '一副乒乓球拍', why: '学校有球台' })
  await town.supervisor.post(`/api/admin/wishes/${id}/publication`, {})
  await volunteer.reload()
  const card = volunteer.locator(`[data-testid=wish][data-wish-id="${id}"]`)
  await card.getByTestId('take-wish').click()
  await volunteer.getByTestId('agree').click()
  await expect(card).toHaveAttribute('data-state', 'CLAIMED')
  await fetch(`${town.base}/sandbox/promises`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ division: town.code, days: 9 }),
  })
  await expect(async () => {
    await volunteer.reload()
    await expect(card).toHaveAttribute('data-state', 'OPEN', { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await look(volunteer, 'phone-wish-8-back')
  const screen = await desk(browser, town.clerk)
  await screen.goto(`/admin/wishes?division=${town.code}&q=${encodeURIComponent('乒乓')}`)
  await screen.getByRole('button', { name: '去办' }).first().click()
  await expect(screen.getByText('过了日子没送到')).toBeVisible()
  await lookAt(screen, 'console-wish-back')
})

test('a volunteer is paired with a child by two people, and sees the least of it', async ({ browser }) => {
  const child = await idOf(town, GIRL)
  const screen = await desk(browser, town.clerk)
  await screen.goto(`/admin/children/${child}`)
  const panel = screen.locator('#companions')
  await expect(panel).toContainText('还没有志愿者陪这个孩子')
  await panel.getByRole('button', { name: '找一名志愿者…' }).click()
  await screen.getByRole('radio').first().check()
  await screen.getByLabel('在哪里、多久一次，志愿者会看到').fill('每周六上午，在镇未保站')
  await lookAt(screen, 'console-companion-form')
  await screen.getByRole('button', { name: '交给另一个人点头' }).click()
  await expect(panel).toContainText('等另一个人点头')
  await volunteer.goto('/h5/#/features/wish/WishPage')
  await volunteer.reload()
  await expect(volunteer.getByTestId('wishes')).toBeVisible()
  await expect(volunteer.getByTestId('accompanied-child')).toHaveCount(0)

  const other = await desk(browser, town.supervisor)
  await other.goto('/admin/volunteers')
  await expect(other.getByText('1 次陪伴等另一个人点头')).toBeVisible()
  await lookAt(other, 'console-companion-waiting')
  await other.getByRole('button', { name: '点头，让他们见面' }).click()
  await expect(other.getByText('1 次陪伴等另一个人点头')).toBeHidden()
  await screen.reload()
  await expect(panel).toContainText('在陪')
  await panel.scrollIntoViewIfNeeded()
  await lookAt(screen, 'console-companion')
  await volunteer.reload()
  await expect(volunteer.getByTestId('accompanied-child')).toContainText('每周六上午，在镇未保站')
  await expect(volunteer.getByTestId('accompanied-child')).not.toContainText('何雨桐')
  await look(volunteer, 'phone-companion')

  await test.step('she says what they did and which grown-up was there; the file has it', async () => {
    await volunteer.getByTestId('meet').click()
    await volunteer.getByTestId('met-place-STATION').click()
    await volunteer.getByTestId('met-with-STATION_STAFF').click()
    await type(volunteer, 'met-did', '做了两页分数题')
    await look(volunteer, 'phone-companion-meeting')
    await volunteer.getByTestId('save-meeting').click()
    await expect(volunteer.getByTestId('meeting')).toContainText('镇未保站：做了两页分数题')
    await screen.reload()
    await expect(panel).toContainText('镇未保站，未保站的人在场：做了两页分数题')
    await panel.scrollIntoViewIfNeeded()
    await lookAt(screen, 'console-companion-met')
  })
})

test('a complaint from home stops a volunteer at once, and is decided by keyboard by somebody else', async ({ browser }) => {
  const child = await idOf(town, GIRL)
  await carer.goto(`/h5/#/features/wish/ChildWishesPage?childId=${child}`)
  await carer.reload()
  await expect(carer.getByTestId('help-received')).toContainText('陪着孩子：每周六上午')
  await expect(carer.getByTestId('help-received')).not.toContainText(NAME)
  await carer.getByTestId('complain').first().click()
  await type(carer, 'complaint', '没说一声，把孩子带到街上去了')
  await look(carer, 'phone-complaint-1-words')
  await carer.getByTestId('send-complaint').click()
  await expect(carer.getByTestId('help-received').getByTestId('said')).toContainText('停下了')
  await look(carer, 'phone-complaint-2-said')
  await volunteer.goto('/h5/#/features/membership/TiePage')
  await volunteer.reload()
  await expect(volunteer.getByTestId('places')).toContainText('停着')

  const screen = await desk(browser, town.supervisor)
  await screen.goto(`/admin/volunteers/complaints?division=${town.code}`)
  await expect(screen.getByRole('heading', { level: 1 })).toContainText('1 件投诉等人查清')
  await expect(screen.locator('tbody tr').first()).toContainText('在家照护的人')
  await screen.keyboard.press('j')
  await screen.keyboard.press('Enter')
  await expect(screen.getByText('没说一声，把孩子带到街上去了')).toBeVisible()
  await screen.keyboard.press('Tab')
  await screen.keyboard.type('问过孩子和邻居，是去派出所报平安')
  await lookAt(screen, 'console-complaint')
  await screen.keyboard.press('Tab')
  await screen.keyboard.press('Enter')
  await expect(screen.getByText('没有等人查清的投诉。')).toBeVisible()
  await screen.getByRole('button', { name: /没有这回事/ }).click()
  await expect(screen.locator('tbody tr')).toHaveCount(1)
  await lookAt(screen, 'console-complaint-settled')
  await volunteer.reload()
  await expect(volunteer.getByTestId('places')).not.toContainText('停着')
})

async function type(page: Page, field: string, words: string): Promise<void> {
  await page.locator(`[data-testid=${field}] textarea, textarea[data-testid=${field}]`).first().fill(words)
}
