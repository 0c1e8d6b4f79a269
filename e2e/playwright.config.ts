import { defineConfig, devices } from '@playwright/test'

const launchOptions = {
  executablePath: process.env.CHROME_BIN ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

// One worker: the journeys of a file share one town, and the machine of a newcomer has two cores.
export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/traces',
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'target/results.json' }]],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:8080',
    launchOptions,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    // The thread begins in an empty town; the others find its roster on file. One by itself: --project=desktop --no-deps.
    { name: 'thread', testMatch: '**/thread.spec.ts' },
    { name: 'desktop', testIgnore: ['**/phone/**', '**/thread.spec.ts'], dependencies: ['thread'] },
    { name: 'phone', testMatch: '**/phone/*.spec.ts', use: { ...devices['Pixel 7'], launchOptions } },
  ],
})
