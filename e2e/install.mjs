// npm ci, only when the lock file changed since the last complete one.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { run } from './process.mjs'

export async function install(folder) {
  const lock = createHash('sha256')
    .update(fs.readFileSync(path.join(folder, 'package-lock.json')))
    .update(process.version)
    .digest('hex')
  const stamp = path.join(folder, 'node_modules/.lock-sha256')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
  fs.writeFileSync(stamp, lock)
}
