import fs from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'

export const FOLDER = 'dist/build/mp-weixin'

interface PageConfig { usingComponents?: Record<string, string>, component?: boolean }
export interface AppConfig extends PageConfig { pages: string[], subPackages?: { root: string, pages: string[] }[] }
export type Module = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void

/** Every file below the folder, by its path in it. */
export function filesOf(folder: string, below = ''): string[] {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesOf(folder, path.posix.join(below, entry.name)) : [path.posix.join(below, entry.name)])
}

/** The unchanged WeChat build as WeChat itself would load it: templates compiled by WeChat's own compiler, code by file. */
export function readBuild() {
  const text = (file: string) => fs.readFileSync(path.join(FOLDER, file), 'utf8')
  const files = filesOf(FOLDER)
  const ending = (end: string) => files.filter(file => file.endsWith(end)).map(file => file.slice(0, -end.length))
  const group = new TmplGroup()
  const warnings: string[] = []
  for (const name of ending('.wxml')) {
    // The compiler wants `bind:tap`, uni-app writes the equal `bindtap`.
    const template = text(`${name}.wxml`).replace(/\s(bind|catch|capture-bind|capture-catch|mut-bind)([a-z]+)=/g, ' $1:$2=')
      // The engine keeps `data-` to itself and writes `aria-` into the page, where a test can see it.
      .replace(/ data-testid=("[^"]*")/g, ' data-testid=$1 aria-testid=$1')
    for (const warning of group.addTmpl(name, template) ?? []) warnings.push(`${name}: ${JSON.stringify(warning)}`)
  }
  for (const name of ending('.wxs')) group.addScript(name, text(`${name}.wxs`))
  const json = Object.fromEntries(ending('.json').filter(name => name !== 'project.config')
    .map(name => [name, JSON.parse(text(`${name}.json`)) as PageConfig]))
  const code = Object.fromEntries(ending('.js')
    // eslint-disable-next-line no-new-func -- this is how a mini-program's files become modules
    .map(name => [name, new Function('require', 'module', 'exports', text(`${name}.js`)) as Module]))
  return {
    app: json.app as AppConfig,
    json,
    code,
    warnings,
    templates: new Function(`return ${group.getTmplGenObjectGroups()}`)() as Record<string, (name: string) => (...more: unknown[]) => unknown>,
  }
}

export type Build = ReturnType<typeof readBuild>
