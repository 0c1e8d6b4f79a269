import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const BUILDS = ['dist/build/h5', 'dist/build/mp-weixin'].filter(folder => fs.existsSync(folder))
const TEXT = /\.(js|css|html|wxss|wxml|wxs|json)$/
// Names of XML vocabularies and pages named in messages to developers are never fetched; loopback is the sandbox beside
// the developer tools.
const NOT_FETCHED = new Set(['www.w3.org', 'vuejs.org', 'uniapp.dcloud.net.cn', '127.0.0.1', 'localhost'])

function files(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true })
    .flatMap(entry => (entry.isDirectory() ? files(path.join(folder, entry.name)) : [path.join(folder, entry.name)]))
}

function hosts(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:https?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].map(match => match[1]!)
}

describe('the builds that exist', () => {
  it('ask no foreign server for anything', () => {
    const foreign = BUILDS.flatMap(files).filter(file => TEXT.test(file))
      .flatMap(file => hosts(file).filter(host => !NOT_FETCHED.has(host)).map(host => `${file}: ${host}`))
    expect(foreign).toEqual([])
  })
})
