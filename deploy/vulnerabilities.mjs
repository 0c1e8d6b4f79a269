// What the registries know against the libraries we build with: node deploy/vulnerabilities.mjs
// Asks for advisories of npm packages, for what their authors gave up, and for newer patch releases of everything that is
// pinned. Maven repositories offer no advisories: there, a newer patch release is all that can be seen. Fails on an advisory
// that is high or critical. Needs the registries, and is therefore no part of `mvn verify`.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const VERSIONS = 'org.codehaus.mojo:versions-maven-plugin:2.18.0'
const GRAVE = ['high', 'critical']

const locks = execFileSync('git', ['ls-files', '*package-lock.json'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')
let grave = 0

for (const lock of locks) {
  const folder = dirname(lock)
  console.log(`\n## ${folder}`)
  advisories(folder)
  givenUp(folder)
  newerPatches(folder)
}
console.log('\n## Maven')
console.log('- Advisories: Maven repositories offer none. Compare with the advisories of Spring, Tomcat, Jackson, POI, PDFBox,')
console.log('  Bouncy Castle and Connector/J by hand before each release.')
maven()
process.exit(grave > 0 ? 1 : 0)

/** What `npm audit` says, where the registry answers it. */
function advisories(folder) {
  const answer = json('npm', ['audit', '--package-lock-only', '--json'], folder)
  if (!answer?.vulnerabilities) {
    console.log('- Advisories: not known, this registry does not answer `npm audit`.')
    return
  }
  const found = Object.values(answer.vulnerabilities)
  grave += found.filter((one) => GRAVE.includes(one.severity)).length
  console.log(found.length === 0 ? '- Advisories: none.' : '- Advisories:')
  for (const one of found) {
    const titles = one.via.map((via) => (typeof via === 'string' ? `through ${via}` : `${via.title} (${via.url})`))
    console.log(`  - ${one.severity}: ${one.name} ${one.range}: ${[...new Set(titles)].join('; ')}`)
  }
}

/** Packages whose authors gave them up; the lock file says so. */
function givenUp(folder) {
  const { packages } = JSON.parse(readFileSync(join(ROOT, folder, 'package-lock.json'), 'utf8'))
  const found = Object.entries(packages).filter(([, one]) => one.deprecated)
  console.log(found.length === 0 ? '- Given up by their authors: none.' : '- Given up by their authors:')
  for (const [path, one] of found) {
    console.log(`  - ${path.replace(/^.*node_modules\//, '')} ${one.version}: ${one.deprecated}`)
  }
}

/** Direct dependencies of which there is a later patch release than the one we pin. */
function newerPatches(folder) {
  const manifest = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
  const { packages } = JSON.parse(readFileSync(join(ROOT, folder, 'package-lock.json'), 'utf8'))
  const found = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).flatMap((name) => {
    const pinned = packages[`node_modules/${name}`]?.version
    const all = json('npm', ['view', name, 'versions', '--json'], folder)
    const newest = [all ?? []].flat().filter((one) => samePatchLine(one, pinned)).sort(byPatch).at(-1)
    return newest && byPatch(newest, pinned) > 0 ? [`${name} ${pinned} → ${newest}`] : []
  })
  console.log(found.length === 0 ? '- Newer patch releases: none.' : `- Newer patch releases: ${found.join(', ')}`)
}

function samePatchLine(version, pinned) {
  const plain = /^\d+\.\d+\.\d+$/
  return plain.test(version) && plain.test(pinned ?? '') && line(version) === line(pinned)
}

function line(version) {
  return version.split('.').slice(0, 2).join('.')
}

function byPatch(one, other) {
  return Number(one.split('.')[2]) - Number(other.split('.')[2])
}

function maven() {
  const answer = spawnSync(
    'mvn',
    ['-B', '-ntp', '-Dfrontend.skip', `${VERSIONS}:display-property-updates`, `${VERSIONS}:display-parent-updates`,
      '-DallowMajorUpdates=false', '-DallowMinorUpdates=false'],
    { cwd: ROOT, encoding: 'utf8' },
  )
  if (answer.status !== 0) {
    console.log('- Newer patch releases: not known, the repository did not answer.')
    return
  }
  const found = new Set([...answer.stdout.matchAll(/^\[INFO\]\s+(\S+) [. ]*(\S+) -> (\S+)/gm)]
    .map(([, name, pinned, newest]) => `${name.replace(/[${}]|\.version/g, '')} ${pinned} → ${newest}`))
  console.log(found.size === 0 ? '- Newer patch releases: none.' : `- Newer patch releases: ${[...found].join(', ')}`)
}

function json(command, args, folder) {
  const answer = spawnSync(command, args, { cwd: join(ROOT, folder), encoding: 'utf8', maxBuffer: 1 << 28 })
  try {
    return JSON.parse(answer.stdout)
  } catch {
    return null
  }
}
