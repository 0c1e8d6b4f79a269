// Builds and checks a front end from Maven without doing work twice: `npm ci` runs when the lock or Node changes, the
// build when an input changes, the checks when they have not passed on these inputs. Content decides, never dates.
// Called in the module's folder: `node ../.mvn/frontend.mjs build|check`. What is built is in package.json under
// "tongxing": { "inputs": [...], "output": "dist", "build": "build", "check": "check" }.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const settings = JSON.parse(readFileSync('package.json', 'utf8')).tongxing
const task = process.argv[2]

function files(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).sort().flatMap((name) => files(join(path, name)))
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const file of paths.flatMap(files)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function run(...args) {
  const done = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

function unlessDone(mark, paths, work) {
  const now = digest(paths)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  work()
  mkdirSync(join(mark, '..'), { recursive: true })
  writeFileSync(mark, now)
}

const inputs = ['package.json', 'package-lock.json', ...settings.inputs]
unlessDone('node_modules/.lock-sha256', ['package-lock.json'], () =>
  run('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'))
if (task === 'build') {
  unlessDone(join(settings.output, '.inputs-sha256'), inputs, () => run('run', '--silent', settings.build ?? 'build'))
} else if (task === 'check') {
  unlessDone('node_modules/.checked-sha256', [...inputs, 'tests'], () => run('run', '--silent', settings.check ?? 'check'))
} else {
  console.error('Usage: node ../.mvn/frontend.mjs build|check')
  process.exit(2)
}
