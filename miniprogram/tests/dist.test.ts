import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesOf } from './wechat/build'

const BUILDS = ['dist/build/h5', 'dist/build/mp-weixin']
const WECHAT = BUILDS[1]!
const TEXT = /\.(js|css|html|wxss|wxml|wxs|json)$/
// Names of XML vocabularies and pages named in messages to developers are never fetched; loopback is the sandbox beside
// the developer tools.
const NOT_FETCHED = new Set(['www.w3.org', 'vuejs.org', 'uniapp.dcloud.net.cn', '127.0.0.1', 'localhost'])
const MAIN_PACKAGE = 1_000_000
const FIRST_LOAD = 400_000

function paths(folder: string): string[] {
  return filesOf(folder).map(file => path.join(folder, file))
}

function hosts(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:https?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].map(match => match[1]!)
}

function bytes(files: string[]): number {
  return files.reduce((sum, file) => sum + fs.statSync(file).size, 0)
}

describe('the builds', () => {
  it('ask no foreign server for anything', () => {
    const foreign = BUILDS.flatMap(paths).filter(file => TEXT.test(file))
      .flatMap(file => hosts(file).filter(host => !NOT_FETCHED.has(host)).map(host => `${file}: ${host}`))
    expect(foreign).toEqual([])
  })

  it('keep the main package of WeChat under one megabyte', () => {
    expect(bytes(paths(WECHAT))).toBeLessThan(MAIN_PACKAGE)
  })

  it('load a browser\'s first page in a few hundred kilobytes', () => {
    const index = fs.readFileSync(path.join(BUILDS[0]!, 'index.html'), 'utf8')
    const scripts = [...index.matchAll(/assets\/[^"']+\.(?:js|css)/g)].map(match => path.join(BUILDS[0]!, match[0]))
    expect(scripts.length).toBeGreaterThan(0)
    expect(bytes([...new Set(scripts)])).toBeLessThan(FIRST_LOAD)
  })

  it('carry the icons in the stylesheet, because a mini-program may not fetch them', () => {
    const style = paths(WECHAT).find(file => file.endsWith('wd-icon.wxss'))!
    expect(fs.readFileSync(style, 'utf8')).toContain('url(data:font/ttf;base64,')
  })

  it('write no newer JavaScript than old phones read', () => {
    const newer = paths(WECHAT).filter(file => file.endsWith('.js'))
      .filter(file => /\?\?[^)]|\?\.[a-z(]|\b\d+n\b/i.test(fs.readFileSync(file, 'utf8').replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '""')))
    expect(newer).toEqual([])
  })

  it('say roles as WeChat\'s screen reader understands them', () => {
    const templates = paths(WECHAT).filter(file => file.endsWith('.wxml')).map(file => fs.readFileSync(file, 'utf8')).join('')
    expect(templates).toContain(' aria-role="heading"')
    expect(templates).not.toContain(' role="')
  })

  it('name in app.json every page and every private thing that is asked for', () => {
    const app = JSON.parse(fs.readFileSync(path.join(WECHAT, 'app.json'), 'utf8'))
    for (const page of app.pages) expect(fs.existsSync(path.join(WECHAT, `${page}.wxml`)), page).toBe(true)
    expect(app.requiredPrivateInfos).toEqual(['getLocation'])
    expect(app.permission['scope.userLocation'].desc.length).toBeLessThanOrEqual(30)
    expect(app.__usePrivacyCheck__).toBe(true)
  })
})

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('WeChat\'s own template compiler', () => {
  // Installed without its install script, so that nothing has made it executable.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wcc-'))
  const wcc = path.join(folder, 'wcc')
  fs.copyFileSync('node_modules/miniprogram-compiler/bin/linux/wcc', wcc)
  fs.chmodSync(wcc, 0o755)
  const compile = (cwd: string, files: string[]) => execFileSync(wcc, ['-d', ...files], { cwd, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 })

  it('takes every template', () => {
    const templates = filesOf(WECHAT).filter(file => file.endsWith('.wxml'))
    expect(templates.length).toBeGreaterThan(30)
    expect(compile(WECHAT, templates).length).toBeGreaterThan(0)
  })

  it('would say so of a broken one', () => {
    fs.writeFileSync(path.join(folder, 'broken.wxml'), '<view><text></view>')
    expect(() => compile(folder, ['broken.wxml'])).toThrow()
  })
})
