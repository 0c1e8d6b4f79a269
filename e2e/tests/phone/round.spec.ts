// A child director goes by risk tier: the list says whom to see next, why and until when, and a visit takes a child off it.
import { expect, test } from '@playwright/test'
import { look as lookAt } from '../console'
import { desk, director, GIRL, hamlet, idOf, look } from './hamlet'

test('a director sees who is to be visited by tier, goes, and the desk sees it', async ({ browser, baseURL }) => {
  const town = await hamlet(baseURL ?? '')
  const girl = await idOf(town, GIRL)
  const page = await director(browser, town, '罗春梅', '14000000702')
  await look(page, 'phone-director-1-home')
  await page.goto('/h5/#/features/round/RoundPage')
  const card = page.locator(`[data-testid=visit-entry][data-child-id="${girl}"]`)
  await expect(card.getByTestId('duty').first()).toBeVisible()
  await expect(card).toContainText('GD-')
  await look(page, 'phone-director-2-round')
  const owed = await card.getByTestId('duty').count()

  await card.getByTestId('record-visit').click()
  for (const answer of ['met-CHILD', 'met-GRANDPARENT', 'topic-DROWNING', 'condition-WELL']) await page.getByTestId(answer).click()
  await page.getByTestId('save-visit').click()
  await expect(page.getByTestId('home')).toBeVisible()
  await expect(page.getByTestId('outbox-bar')).toBeHidden()
  await page.goto('/h5/#/features/round/RoundPage')
  await page.reload()
  await expect(card).toBeVisible()
  await expect.poll(() => card.getByTestId('duty').count()).toBeLessThan(owed)
  await look(page, 'phone-director-3-done')

  const screen = await desk(browser, town.supervisor)
  await screen.goto(`/admin/visits?child=${girl}`)
  await expect(screen.getByText('儿童主任').first()).toBeVisible()
  await screen.goto('/admin/visits/difficulties')
  await lookAt(screen, 'console-difficulties')
  await screen.goto('/admin/visits/set-aside')
  await expect(screen.getByText('没有在等的。')).toBeVisible()
  await lookAt(screen, 'console-set-aside')
})
