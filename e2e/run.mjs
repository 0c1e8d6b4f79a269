// The browser journeys, as `mvn verify` runs them:
//
//   node run.mjs [playwright arguments]                                   starts a server of its own
//   BASE_URL=http://127.0.0.1:8080 node run.mjs tests/thread.spec.ts      against one that runs already
//
// E2E_BROWSER=npm ignores the browser and the fonts of the machine.
import fs from 'node:fs'
import path from 'node:path'
import { findBrowser } from './browser.mjs'
import { install } from './install.mjs'
import { run, stopAll } from './process.mjs'
import { startServer } from './server.mjs'

process.chdir(import.meta.dirname)
const results = path.resolve('target/results.json')
fs.mkdirSync('target', { recursive: true })
fs.rmSync(results, { force: true })

let server
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    stopAll()
    Promise.resolve(server?.stop()).finally(() => process.exit(1))
  })
}
process.on('exit', () => server?.kill())

let code = 1
try {
  // First, so that it starts while the rest is being prepared.
  server = process.env.BASE_URL ? undefined : await startServer()
  await install('.')
  await run('node', ['node_modules/typescript/bin/tsc', '--noEmit'])
  const browser = await findBrowser()
  await server?.healthy()
  code = await run('node', ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)], {
    check: false,
    env: { ...process.env, ...browser.env, CHROME_BIN: browser.executable, BASE_URL: process.env.BASE_URL ?? server.url },
  })
} catch (failure) {
  console.error(failure.message)
} finally {
  await server?.stop()
}
const stats = fs.existsSync(results) ? JSON.parse(fs.readFileSync(results, 'utf8')).stats : { expected: 0, unexpected: 0, skipped: 0 }
if (code !== 0 && stats.unexpected === 0) console.log('The journeys did not run to their end.')
console.log(`${stats.expected} passed, ${stats.unexpected} failed${stats.skipped ? `, ${stats.skipped} skipped` : ''}`)
process.exitCode = code
