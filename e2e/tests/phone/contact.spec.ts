// A father far away records a call in two taps; the grandmother says that it was so; the desk sees rhythm and nothing else.
import { expect, test } from '@playwright/test'
import { look as lookAt } from '../console'
import { BOY, desk, hamlet, holding, idOf, look, numberOfCarer } from './hamlet'

test('a call is recorded in two taps, confirmed with one, and seen as rhythm only', async ({ browser, baseURL }) => {
  const town = await hamlet(baseURL ?? '')
  const boy = await idOf(town, BOY)
  const merged = await fetch(`${town.base}/sandbox/siblings`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ division: town.code, days: 0 }) })
  expect(merged.ok).toBeTruthy()
  const father = await holding(browser, town, '孟建国', numberOfCarer(town, BOY))
  const grandmother = await holding(browser, town, '孟桂芳', numberOfCarer(town, BOY + 1))

  await test.step('two taps after the call', async () => {
    await look(father, 'phone-parent-1-home')
    await father.locator(`[data-child-id="${boy}"]`).getByTestId('record-contact').click()
    await father.getByTestId('kind-VIDEO').click()
    await look(father, 'phone-parent-2-length')
    await father.getByTestId('length-MEDIUM').click()
    await expect(father.getByTestId('contact-saved')).toBeVisible()
    await look(father, 'phone-parent-3-saved')
    // For ten seconds it can be taken back; then it goes its way.
    await expect(father.getByTestId('contact-saved')).toBeHidden({ timeout: 20_000 })
  })

  await test.step('one tap at home', async () => {
    await grandmother.goto('/h5/')
    await grandmother.reload()
    await grandmother.getByTestId('home-confirm').getByRole('button').click()
    await expect(grandmother.getByTestId('to-confirm').first()).toBeVisible()
    await look(grandmother, 'phone-caregiver-1-confirm')
    while (await grandmother.getByTestId('to-confirm').count()) {
      const left = await grandmother.getByTestId('to-confirm').count()
      await grandmother.getByTestId('confirm-yes').first().click()
      await expect(grandmother.getByTestId('to-confirm')).toHaveCount(left - 1)
    }
  })

  await test.step('the desk sees the week and that it was confirmed, and not how long or what', async () => {
    const screen = await desk(browser, town.clerk)
    await screen.goto('/admin/visits/contacts')
    const row = screen.locator('tbody tr').filter({ has: screen.locator(`a[href*="/children/${boy}"]`) })
    await expect(row).toContainText('1 次是真的')
    await expect(row).not.toContainText('视频')
    await lookAt(screen, 'console-contacts')
    await screen.goto('/admin/visits/festival')
    await expect(screen.getByRole('heading', { level: 1 })).toContainText('春节')
    await lookAt(screen, 'console-festival')
  })
})
