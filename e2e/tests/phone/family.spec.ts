// A cadre family in a yard without a signal: the visit is written at once, sent once, and read at the desk once.
import { expect, test } from '@playwright/test'
import { counting, look as lookAt } from '../console'
import { desk, GIRL, hamlet, holding, idOf, look, numberOfCadre, pair } from './hamlet'

test('a visit written without a signal arrives once, although its first answer was lost', async ({ browser, baseURL }) => {
  const town = await hamlet(baseURL ?? '')
  await pair(town)
  const child = await idOf(town, GIRL)
  const before = (await town.clerk.get(`/api/admin/visits?division=${town.code}&child=${child}`)).total
  const family = await holding(browser, town, '曹月华', numberOfCadre(town))
  const card = family.locator(`[data-testid=child-card][data-child-id="${child}"]`)
  await expect(card).toContainText('JB-41')
  await look(family, 'phone-family-1-home')
  const hand = counting(family)
  await hand.click(card.getByTestId('record-visit'))
  await expect(family.getByTestId('met-GRANDPARENT')).toBeVisible()

  await test.step('no signal: six taps, and it is on the phone', async () => {
    await family.context().setOffline(true)
    for (const answer of ['met-CHILD', 'met-GRANDPARENT', 'topic-DROWNING', 'condition-WELL']) await hand.click(family.getByTestId(answer))
    await look(family, 'phone-family-2-offline-form')
    await hand.click(family.getByTestId('save-visit'))
    await expect(family.getByTestId('home')).toBeVisible()
    expect(hand.clicks).toBeLessThanOrEqual(6)
    await expect(family.getByTestId('outbox-bar')).toContainText('存在手机里')
    await look(family, 'phone-family-3-kept')
    expect((await town.clerk.get(`/api/admin/visits?division=${town.code}&child=${child}`)).total).toBe(before)
  })

  await test.step('the signal comes back, the first answer gets lost, and there is one visit all the same', async () => {
    let sent = 0
    await family.route('**/api/phone/visits', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      sent++
      if (sent > 1) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await family.context().setOffline(false)
    await expect.poll(() => sent, { timeout: 30_000 }).toBeGreaterThan(0)
    await family.reload()
    await expect(family.getByTestId('outbox-bar')).toBeHidden({ timeout: 30_000 })
    expect(sent).toBeGreaterThan(1)
    expect((await town.clerk.get(`/api/admin/visits?division=${town.code}&child=${child}`)).total).toBe(before + 1)
    await look(family, 'phone-family-4-arrived')
  })

  await test.step('the desk reads it, asks back, and the family answers', async () => {
    const screen = await desk(browser, town.supervisor)
    await screen.goto(`/admin/visits?child=${child}`)
    await expect(screen.getByRole('heading', { level: 1 })).toContainText('次')
    await lookAt(screen, 'console-visits')
    await screen.getByRole('link', { name: '看这次' }).first().click()
    await expect(screen.getByRole('heading', { level: 1 })).toContainText('曹月华')
    await screen.getByPlaceholder('写给去看孩子的人，他们在手机上看得到').fill('奶奶的药还够吗')
    await screen.getByRole('button', { name: '问一句' }).click()
    await expect(screen.getByText('奶奶的药还够吗')).toBeVisible()
    await lookAt(screen, 'console-visit')

    await family.goto('/h5/')
    await family.reload()
    await family.getByTestId('home-question').getByRole('button').click()
    await look(family, 'phone-family-5-question')
    await family.locator('textarea').first().fill('够吃一个月')
    await family.getByTestId('send-answer').first().click()
    await screen.reload()
    await expect(screen.getByText('够吃一个月')).toBeVisible()
    await screen.goto('/admin/visits?which=back')
    await expect(screen.getByText('问过的都回了。')).toBeVisible()
    await lookAt(screen, 'console-visits-none')
  })
})
