// A child director goes by risk tier: the list says whom to see next, why and until when, and a visit takes a child off it.
import { expect, test } from '@playwright/test'
import { look as lookAt } from '../console'
import { desk, director, GIRL, hamlet, idOf, look, sendTwice } from './hamlet'

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
  for (const answer of ['met-CHILD', 'met-GRANDPARENT', 'topic-DROWNING', 'condition-SO_SO']) await page.getByTestId(answer).click()
  await page.locator('[data-testid=difficulty] textarea, textarea[data-testid=difficulty]').first().fill('晚上没人看作业')
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

  await test.step('what was found difficult stays on the list until it is solved', async () => {
    await screen.goto('/admin/visits/difficulties')
    await expect(screen.getByText('晚上没人看作业')).toBeVisible()
    await screen.getByRole('button', { name: '去办' }).first().click()
    await screen.getByLabel('哪类').selectOption({ label: '教育缺位' })
    await screen.getByLabel('谁办').fill('镇教育办')
    await lookAt(screen, 'console-difficulties')
    await screen.getByRole('button', { name: '记下安排' }).click()
    await expect(screen.getByRole('cell', { name: '教育缺位' })).toBeVisible()
    await screen.getByRole('button', { name: '去办' }).first().click()
    await screen.getByLabel('做了什么，或结果怎样').fill('志愿者每周三来看')
    await screen.getByRole('button', { name: '办好了', exact: true }).click()
    await expect(screen.getByText('晚上没人看作业')).toBeHidden()
    await screen.getByRole('button', { name: '办好的', exact: true }).click()
    await expect(screen.getByText('志愿者每周三来看')).toBeVisible()
    await lookAt(screen, 'console-difficulties-solved')
  })

  await test.step('what could not be recorded as it came waits for a person', async () => {
    await sendTwice(town, '罗春梅', girl, ['孩子在写作业', '孩子在院子里'])
    await screen.goto('/admin/visits/set-aside')
    await expect(screen.getByText('孩子在院子里')).toBeVisible()
    await lookAt(screen, 'console-set-aside')
    await screen.getByRole('button', { name: '也记成一次走访' }).click()
    await expect(screen.getByText('没有在等的。')).toBeVisible()
    await lookAt(screen, 'console-set-aside-none')
  })
})
