// Help from society: an offer made on a phone is docked to a need and followed until it has come; an activity is named without
// a label, signed up for by a parent, attended; goods come into the store and go out by household.
import { expect, test, type Page } from '@playwright/test'
import { look } from './console'
import { offerHelp, phone, verifyNumber } from './phone'
import { checkDigit, settle, type Kid, type Plan, type Town } from './town'

const kid = (name: string, village: number): Kid => ({ name, sex: '男', age: 9, village, kind: 'LEFT_BEHIND' })
const PLAN: Plan = {
  name: '梨园镇',
  villages: ['梨花村', '柳林村'],
  kids: [kid('宗政和', 0), kid('祝长青', 1)],
  cadres: [{ name: '庄若兰', sex: '女', unit: '梨园镇人民政府', village: 0, takes: 3 }],
}
const VOLUNTEER = '14000007301'

test.describe.configure({ mode: 'serial', timeout: 300_000 })

let town: Town
let he: Page
let helper: Page

test.beforeAll(async ({ browser, baseURL }) => {
  town = await settle(baseURL ?? '', PLAN)
  he = await town.open(browser, town.clerk)
  helper = await phone(browser, baseURL ?? '', '梨园志愿者', VOLUNTEER)
  const digits = '99000019880808073'
  await offerHelp(helper, '樊如意', digits + checkDigit(digits), '梨园')
  const { rows } = await town.clerk.get('/api/admin/volunteers')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await town.clerk.post(`/api/admin/volunteers/${rows[0].id}/screenings`, { on: today, result: 'CLEAR' })
  await town.clerk.post(`/api/admin/volunteers/${rows[0].id}/trainings`, { on: today })
  await town.clerk.post(`/api/admin/volunteers/${rows[0].id}/confirmation`, {})
})

test('an offer from a phone is docked to a need, with the reason, and followed to its outcome', async ({ browser }) => {
  await test.step('a need that tells who the child is is refused; one in plain words waits for another person', async () => {
    await he.goto('/admin/board')
    await he.getByRole('button', { name: '写一条需求' }).click()
    const form = he.getByRole('dialog', { name: '写一条需求' })
    await form.getByPlaceholder('姓名或拼音，回车找').fill('宗')
    await form.getByPlaceholder('姓名或拼音，回车找').press('Enter')
    await form.getByRole('radio', { name: /宗○○/ }).check()
    await form.getByLabel('要什么', { exact: true }).fill('留 守孩子的棉被')
    await form.getByRole('button', { name: '交给另一个人看' }).click()
    await expect(form.getByRole('alert')).toContainText('留守')
    await form.getByLabel('要什么', { exact: true }).fill('两床厚棉被')
    await form.getByLabel('多少').fill('2')
    await look(he, 'board-need-form')
    await form.getByRole('button', { name: '交给另一个人看' }).click()
    await expect(he.getByRole('row', { name: /两床厚棉被/ })).toContainText('等人看')
  })

  await test.step('the supervisor lets volunteers read it', async () => {
    const she = await town.open(browser, town.supervisor)
    await she.goto('/admin/board')
    await she.getByRole('button', { name: '去办' }).click()
    await she.getByRole('button', { name: '看过了，给志愿者看' }).click()
    await expect(she.getByRole('row', { name: /两床厚棉被/ }).first()).toContainText('没对上')
  })

  await test.step('a volunteer answers it on the phone, without knowing whose it is', async () => {
    await helper.goto('/h5/#/features/board/OfferPage')
    await expect(helper.getByTestId('need')).toContainText('两床厚棉被')
    await expect(helper.getByTestId('offers')).not.toContainText('宗')
    await helper.screenshot({ path: 'target/screenshots/board-phone-needs.png' })
    await helper.getByTestId('help').click()
    await helper.screenshot({ path: 'target/screenshots/board-phone-form.png' })
    await helper.getByTestId('send-offer').click()
    await expect(helper.getByTestId('offer')).toContainText('对上 0')
  })

  await test.step('the clerk sees why it fits, docks it, and says how it went', async () => {
    await he.reload()
    await he.getByRole('button', { name: '去对接' }).click()
    await expect(he.getByText('就是冲这条来的')).toBeVisible()
    await look(he, 'board-matches')
    await he.getByRole('button', { name: '对上', exact: true }).click()
    await expect(he.getByRole('row', { name: /两床厚棉被/ }).first()).toContainText('对上了，没到')
    await helper.reload()
    await expect(helper.getByTestId('offer-docking')).toContainText('对上了')
    await he.getByRole('link', { name: '对上的' }).click()
    await expect(he.getByRole('heading', { level: 1 })).toContainText('对上的')
    await he.getByRole('button', { name: '怎么样了' }).click()
    await he.getByPlaceholder('怎么办的；没办成写为什么').fill('送到站里，家里领走了')
    await look(he, 'board-outcome')
    await he.getByRole('button', { name: '办成了' }).last().click()
    await expect(he.getByText('没有在等的，对上的都有了结果。')).toBeVisible()
    await helper.reload()
    await expect(helper.getByTestId('offer-docking')).toContainText('办成了')
    await helper.screenshot({ path: 'target/screenshots/board-phone-done.png' })
    await he.goto('/admin/board/offers')
    await expect(he.getByRole('row', { name: /樊○○/ })).toContainText('都对上了')
    await look(he, 'board-offers')
  })
})

test('an activity with a label in its name is refused with a friendlier one, then published, signed up for by a guardian, and attended', async ({ browser, baseURL }) => {
  await he.goto('/admin/activities')
  await he.getByRole('button', { name: '办一个活动' }).click()
  const form = he.getByRole('dialog', { name: '办一个活动' })

  await test.step('the label is named, and the friendlier words are one click away', async () => {
    await form.getByLabel('哪一种').selectOption('安全教育')
    await form.getByLabel('活动叫什么').fill('关爱留 守儿童防溺水')
    await form.getByLabel('做些什么').fill('讲水边安全，做小游戏')
    await form.getByLabel('在哪里').fill('镇中心小学操场')
    // It begins in a moment, so that the journey can tell who was there.
    const soon = (minutes: number) => new Date(Date.now() + 8 * 3_600_000 + minutes * 60_000).toISOString().slice(0, 16)
    await form.getByLabel('几点开始').fill(soon(2))
    await form.getByLabel('几点结束').fill(soon(120))
    await form.getByLabel('谁负责（大人）').fill('庄若兰')
    await form.getByLabel('怎么保安全').fill('十名孩子一名大人，签到签退')
    await form.getByRole('button', { name: '交给另一个人看' }).click()
    await expect(form.getByRole('alert')).toContainText('留守')
    await look(he, 'activity-label')
    await form.getByRole('button', { name: '换成“关爱小朋友防溺水”' }).click()
    await form.getByRole('button', { name: '交给另一个人看' }).click()
    await expect(he.getByRole('row', { name: /关爱小朋友防溺水/ })).toContainText('等人看')
  })

  await test.step('the supervisor reads it, and sign-up begins', async () => {
    const she = await town.open(browser, town.supervisor)
    await she.goto('/admin/activities')
    await she.getByRole('button', { name: '去办' }).click()
    await she.getByRole('button', { name: '看过了，开始报名' }).click()
    await expect(she.getByRole('row', { name: /关爱小朋友防溺水/ }).first()).toContainText('在报名')
  })

  const grandmother = await phone(browser, baseURL ?? '', '宗家奶奶', `140${town.code.slice(-3)}00000`)
  await test.step('a guardian reads what she agrees to and signs the child up', async () => {
    await verifyNumber(grandmother)
    const { rows } = await town.clerk.get('/api/admin/memberships?state=REQUESTED')
    for (const row of rows) await town.clerk.post(`/api/admin/memberships/${row.id}/confirmation`, {})
    await grandmother.goto('/h5/#/features/activity/ActivityPage')
    await grandmother.reload()
    await expect(grandmother.getByTestId('activity')).toContainText('关爱小朋友防溺水')
    await grandmother.screenshot({ path: 'target/screenshots/activity-phone.png' })
    await grandmother.getByTestId('sign-up').click()
    await expect(grandmother.getByTestId('agree-activity')).toBeVisible()
    await grandmother.screenshot({ path: 'target/screenshots/activity-phone-consent.png' })
    await grandmother.getByTestId('agree-activity').click()
    await expect(grandmother.getByTestId('child-state')).toContainText('报上了')
    await grandmother.screenshot({ path: 'target/screenshots/activity-phone-signed.png' })
  })

  await test.step('a volunteer offers to help and is let in', async () => {
    await helper.goto('/h5/#/features/activity/ActivityPage')
    await helper.reload()
    await helper.getByTestId('help-there').click()
    await expect(helper.getByTestId('helping')).toContainText('等镇里答应')
    await he.reload()
    await he.getByRole('button', { name: '去办' }).first().click()
    await expect(he.getByText('志愿者 樊○○：想来帮忙')).toBeVisible()
    await look(he, 'activity-panel')
    await he.getByRole('button', { name: '让他来', exact: true }).click()
    await expect(he.getByText('志愿者 樊○○：来帮忙')).toBeVisible()
  })

  await test.step('once it has begun, the clerk says who was there', async () => {
    await expect(async () => {
      await he.reload()
      await he.getByRole('button', { name: '去办' }).first().click()
      await expect(he.getByRole('button', { name: '记下谁来了' })).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 180_000 })
    await he.getByRole('button', { name: '记下谁来了' }).click()
    await expect(he.getByText('谁来了记下了')).toBeVisible()
    await look(he, 'activity-attended')
    const { rows } = await town.clerk.get(`/api/admin/activities?division=${town.code}`)
    expect((await town.clerk.get(`/api/admin/activities/${rows[0].id}`)).signUps[0].present).toBe(true)
  })
})

test('what a volunteer has done is certified, and the number can be checked by anybody without a name', async ({ page }) => {
  await he.goto('/admin/volunteers')
  await he.getByRole('button', { name: '樊○○' }).click()
  const papers = he.getByRole('region', { name: '服务证明' })
  await papers.getByRole('button', { name: '开一份证明' }).click()
  await expect(papers.getByRole('listitem')).toContainText('次')
  await look(he, 'certificate-desk')
  const number = (await papers.getByRole('listitem').innerText()).match(/编号 (\w{12})/)![1]!
  await page.goto(`/certificates/${number}`)
  await expect(page.getByText('这份证明是真的')).toBeVisible()
  await expect(page.locator('body')).not.toContainText('樊')
  await look(page, 'certificate-public')
  await helper.goto('/h5/#/features/certificate/CertificatePage')
  await helper.reload()
  await expect(helper.getByTestId('certificate')).toContainText('次')
  await helper.screenshot({ path: 'target/screenshots/certificate-phone.png' })
})

test('goods come into the store, go out by household or are written off, and a mistake gets a counter-entry', async () => {
  await he.goto('/admin/board/goods')
  await he.getByRole('button', { name: '收到物资' }).first().click()
  const receipt = he.getByRole('dialog', { name: '收到物资' })
  await receipt.getByLabel('什么东西').fill('棉手套')
  await receipt.getByLabel('多少').fill('20')
  await receipt.getByLabel('单位').fill('双')
  await receipt.getByLabel('从哪里来').fill('区慈善会')
  await receipt.getByRole('button', { name: '收进来' }).click()
  await expect(he.getByRole('region', { name: '库存' })).toContainText('20 双')
  await he.getByRole('button', { name: '发放…' }).click()
  const issue = he.getByRole('dialog', { name: /发放：棉手套/ })
  await issue.getByPlaceholder('孩子的姓名或拼音，回车找').fill('祝')
  await issue.getByPlaceholder('孩子的姓名或拼音，回车找').press('Enter')
  await issue.getByRole('button', { name: /祝○○/ }).click()
  await issue.getByPlaceholder('签字的人').fill('祝奶奶')
  await look(he, 'goods-issue')
  await issue.getByRole('button', { name: '发了，记下' }).click()
  await expect(he.getByRole('region', { name: '库存' })).toContainText('19 双')
  await he.getByRole('row', { name: /发放/ }).getByRole('button', { name: '记错了…' }).click()
  await he.getByLabel('哪里错了').fill('没来领')
  await he.getByRole('button', { name: '冲正', exact: true }).last().click()
  await expect(he.getByRole('region', { name: '库存' })).toContainText('20 双')
  await expect(he.getByRole('region', { name: '流水' })).toContainText('冲正过')
  await he.getByRole('button', { name: '报损…' }).click()
  const loss = he.getByRole('dialog', { name: /报损：棉手套/ })
  await loss.getByLabel('多少双').fill('3')
  await loss.getByLabel('为什么').fill('受潮发霉')
  await look(he, 'goods-write-off')
  await loss.getByRole('button', { name: '记下' }).click()
  await expect(he.getByRole('region', { name: '库存' })).toContainText('17 双')
  await expect(he.getByRole('row', { name: /报损/ }).last()).toContainText('受潮发霉')
  await look(he, 'goods')
})
