// A workbook made in the background, from the dialog that asks for it to the file on the disk.
import { expect, type Locator, type Page } from '@playwright/test'
import { sheets, type Sheet } from './workbook'

/** Makes the workbook of the open dialog, waits for it in a list of finished ones, and reads it. */
export async function make(page: Page, list: Locator): Promise<Sheet[]> {
  const asked = page.waitForResponse((response) => response.url().endsWith('/register/exports') && response.request().method() === 'POST')
  await page.getByRole('button', { name: '做成 Excel', exact: true }).click()
  const { id } = await (await asked).json()
  const tray = page.getByRole('button', { name: /^导出/ })
  const link = list.locator(`[data-export="${id}"]`).getByRole('link', { name: '下载' })
  if (!(await list.isVisible())) await tray.click()
  await expect(link).toBeVisible({ timeout: 60_000 })
  const download = page.waitForEvent('download')
  await link.click()
  const file = `target/register-${id}.xlsx`
  await (await download).saveAs(file)
  return sheets(file)
}
