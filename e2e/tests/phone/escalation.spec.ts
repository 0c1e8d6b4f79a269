// A report nobody takes up: it goes from the township's and county's screens to the city's, until somebody has it.
import { expect, test, type Browser, type Page } from '@playwright/test'
import { look as lookAt } from '../console'
import { Person } from '../people'
import { desk, GIRL, hamlet, holding, idOf, look, numberOfCadre, pair } from './hamlet'

test('a report nobody takes up goes up, and whoever reported learns who has it in the end', async ({ browser, baseURL }) => {
  const base = baseURL ?? ''
  const town = await hamlet(base)
  await pair(town)
  const family = await holding(browser, town, '月华的手机', numberOfCadre(town))
  const township = await desk(browser, town.clerk)
  const county = await openedBy(browser, base, 'zy.jialing')
  const city = await openedBy(browser, base, 'wr.nanchong')
  const child = await idOf(town, GIRL)
  // Other towns may have reports of their own.
  const banner = (screen: Page) => screen.getByTestId('danger-banner').getByRole('listitem').filter({ hasText: '芭蕉村' })

  await test.step('township and county see it at once, the city does not', async () => {
    await family.locator(`[data-testid=child-card][data-child-id="${child}"]`).waitFor()
    await family.getByTestId('danger').first().click()
    await family.getByTestId('danger-MISSING').click()
    await family.getByTestId(`danger-child-${child}`).click()
    await family.getByTestId('send-danger').click()
    for (const screen of [township, county]) await expect(banner(screen)).toContainText('孩子不见了 · 芭蕉村', { timeout: 30_000 })
    await expect(banner(city)).toHaveCount(0)
    await expect(family.getByTestId('danger-state')).toContainText('看到了，还没接。请马上打 110', { timeout: 30_000 })
  })

  await test.step('nobody takes it up in time: the city sees it too, and every screen says that it went up', async () => {
    await unheard(base, town.code)
    await expect(banner(city)).toContainText('没人接，已报到市里', { timeout: 60_000 })
    await expect(banner(county)).toContainText('没人接，已报到市里', { timeout: 30_000 })
    await lookAt(city, 'escalation-city')
    await lookAt(county, 'escalation-county')
    await look(family, 'escalation-phone-waiting')
    await expect(family.getByTestId('danger-state')).not.toContainText('接了')
  })

  await test.step('the county takes it up, the banners go, and the phone says who', async () => {
    await banner(county).getByRole('button', { name: '我来接' }).click()
    await expect(county.getByTestId('danger-card').filter({ hasText: '芭蕉村' })).toContainText('在办')
    for (const screen of [township, county, city]) await expect(banner(screen)).toHaveCount(0, { timeout: 30_000 })
    const { displayName } = await (await Person.called(base, 'zy.jialing')).get('/api/admin/session')
    await expect(family.getByTestId('danger-state')).toHaveText(new RegExp(`^${displayName} \\d+:\\d\\d 接了$`), { timeout: 30_000 })
    await lookAt(county, 'escalation-accepted')
    await look(family, 'escalation-phone-accepted')
  })
})

async function openedBy(browser: Browser, base: string, username: string): Promise<Page> {
  return desk(browser, await Person.called(base, username))
}

/** Lets the time be over in which somebody should have taken it up. */
async function unheard(base: string, division: string): Promise<void> {
  const answer = await fetch(`${base}/sandbox/unheard`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ division, days: 0 }),
  })
  if (!answer.ok || (await answer.json()).reports === 0) throw new Error(`Nothing waits in ${division}`)
}
