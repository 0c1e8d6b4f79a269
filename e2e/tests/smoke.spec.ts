import { test } from '@playwright/test'
test('slow', async ({ page }) => { await page.goto('/'); await page.waitForTimeout(20000) })
test('bad', async ({ page }) => { await page.goto('/nothing'); throw new Error('x') })
