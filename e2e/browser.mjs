// Finds a browser that can write Chinese. A machine without one gets Chromium and a font from npm, nothing by apt:
// the same two commands have to work for a newcomer, for CI and without root.
import fs from 'node:fs'
import path from 'node:path'
import { install } from './install.mjs'
import { read } from './process.mjs'

const home = path.join(import.meta.dirname, '.browser')

/** Answers the executable, and the environment in which to start it. */
export async function findBrowser() {
  const own = process.env.E2E_BROWSER === 'npm'
  const system = own ? undefined : [process.env.CHROME_BIN, '/usr/bin/chromium'].find((file) => file && fs.existsSync(file))
  const writesChinese = !own && (await read('fc-list', [':lang=zh'])) !== ''
  if (system && writesChinese) return { executable: system, env: {} }
  fs.mkdirSync(home, { recursive: true })
  for (const file of ['package.json', 'package-lock.json']) {
    fs.copyFileSync(path.join(import.meta.dirname, 'browser', file), path.join(home, file))
  }
  await install(home)
  return { executable: system ?? (await unpack()), env: writesChinese ? {} : { FONTCONFIG_FILE: fonts() } }
}

async function unpack() {
  const unpacked = path.join(home, 'chromium-138')
  if (!fs.existsSync(unpacked)) {
    // The package unpacks into the temporary folder. Renamed when complete, so that an interrupted run leaves no half of it.
    const part = fs.mkdtempSync(path.join(home, 'part-'))
    const script = "console.log(await (await import('@sparticuz/chromium')).default.executablePath())"
    const file = await read('node', ['--input-type=module', '-e', script], { cwd: home, env: { ...process.env, TMPDIR: part } })
    if (file !== path.join(part, 'chromium')) throw new Error('Chromium could not be unpacked in ' + home)
    fs.renameSync(part, unpacked)
  }
  return path.join(unpacked, 'chromium')
}

/** Only this font: screenshots then look alike on every machine without fonts of its own. */
function fonts() {
  const file = path.join(home, 'fonts.conf')
  const folder = path.join(home, 'node_modules/@expo-google-fonts/noto-sans-sc')
  const cache = path.join(home, 'font-cache')
  fs.writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig><dir>${folder}</dir><cachedir>${cache}</cachedir></fontconfig>\n`)
  return file
}
