// WeChat's own component engine (glass-easel) around the unchanged build; the counterpart of what WeChat does around it.
import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import path from 'node:path'
import type { Build } from './build'

/* eslint-disable @typescript-eslint/no-explicit-any -- the engine's inner side has no public types */
type Any = any

interface Page { root: Any, instance: Any, box: HTMLElement, url: string }

const joined = (from: string, to: string) =>
  to.startsWith('/') ? to.slice(1) : path.posix.join(path.posix.dirname(from), to)

/** Runs the build on the document of the test; `pages` are open pages, the last one is seen. */
export function start(build: Build, wxOf: (navigate: { to(url: string): void, instead(url: string): void, back(): void }) => Any) {
  const { app, json, code, templates } = build
  const pages: Page[] = []
  const errors: unknown[] = []
  const world = globalThis as Any
  Object.assign(glassEasel.globalOptions, {
    // uni-app puts its handlers on the instance, where WeChat looks for them too.
    useMethodCallerListeners: true,
    dataDeepCopy: 'simple-recursion',
    propertyPassingDeepCopy: 'simple-recursion',
    throwGlobalError: false,
  })
  glassEasel.addGlobalErrorListener((error) => {
    errors.push(error)
    return false
  })
  const env = new MiniProgramEnv()
  const space: Any = env.createCodeSpace('', true)
  const dom: Any = new glassEasel.CurrentWindowBackendContext()
  dom._$getEventDetail = (event: Any) => ({ value: event.target?.value, x: event.clientX, y: event.clientY })
  dom.onEvent((target: Any, type: string, detail: unknown, options: Any) => {
    const event = new glassEasel.Event(type, detail, options)
    glassEasel.Event.dispatchEvent(target, event)
    return event.defaultPrevented() ? 1 : 0
  })
  const backend: Any = env.associateBackend(dom)
  const host = document.createElement('div')
  document.body.append(host)

  let defining: Any
  world.global = world
  world.wx = wxOf({ to: open, instead: (url) => { while (pages.length > 0) close(); open(url) }, back: close })
  world.getCurrentPages = () => pages.map(page => page.instance)
  let started: Any
  world.getApp = () => started
  world.App = (options: Any) => {
    started = options
    options.onLaunch?.(world.wx.getLaunchOptionsSync())
    options.onShow?.(world.wx.getLaunchOptionsSync())
  }
  world.Page = (options: Any) => defining.Page(options)
  world.Behavior = (options: Any) => defining.Behavior(options)
  // WeChat fires `ready` after the first rendering; the engine leaves that to whoever hosts it.
  world.Component = (options: Any) => {
    const { attached, ...lifetimes } = options.lifetimes ?? {}
    const begin = attached ?? options.attached
    return defining.Component({
      ...options,
      behaviors: (options.behaviors ?? []).filter((one: unknown) => typeof one !== 'string'),
      lifetimes: {
        ...lifetimes,
        attached(this: Any, ...more: unknown[]) {
          begin?.apply(this, more)
          setTimeout(() => this._$.triggerLifetime('ready', []))
        },
      },
    })
  }

  const modules = new Map<string, { exports: unknown }>()
  function load(name: string): unknown {
    const bare = name.replace(/\.js$/, '')
    const known = modules.get(bare)
    if (known !== undefined) return known.exports
    const work = code[bare]
    if (work === undefined) throw new Error(`No file ${bare}.js`)
    const module = { exports: {} }
    modules.set(bare, module)
    work(to => load(joined(bare, to)), module, module.exports)
    return module.exports
  }

  for (const [name, config] of Object.entries(json)) {
    if (name === 'app') continue
    const using = { ...app.usingComponents, ...config.usingComponents }
    space.addComponentStaticConfig(name, {
      ...config,
      styleIsolation: 'shared',
      usingComponents: Object.fromEntries(Object.entries(using).map(([tag, to]) => [tag, `/${joined(name, to)}`])),
    })
  }
  for (const [name, template] of Object.entries(templates)) {
    space.addCompiledTemplate(name, {
      groupList: templates,
      fallbackListenerOnNativeNode: true,
      content: (part: string) => {
        const made = template(part)
        return (wrapper: Any, ...more: unknown[]) => {
          wrapper.setEventListenerWrapper?.(plainEvent)
          return made(wrapper, ...more)
        }
      },
    })
  }

  const defined = new Set<string>()
  function define(name: string): void {
    if (defined.has(name)) return
    defined.add(name)
    Object.values(json[name]?.usingComponents ?? {}).forEach(to => define(joined(name, to)))
    space.componentEnv(name, (one: Any) => {
      const before = defining
      defining = one
      try {
        load(name)
      }
      finally {
        defining = before
      }
    })
  }

  function open(url: string): void {
    const [name = '', search = ''] = url.replace(/^\//, '').split('?')
    if (!app.pages.includes(name)) throw new Error(`No page ${name} in app.json`)
    define(name)
    const root = backend.createRoot('page', space, `/${name}`)
    const instance = root.get()
    const box = document.createElement('div')
    const place = document.createElement('span')
    box.append(place)
    pages.at(-1)?.box.setAttribute('hidden', '')
    host.append(box)
    Object.defineProperty(instance, 'route', { value: name, configurable: true })
    instance.__route__ = name
    const query = Object.fromEntries(new URLSearchParams(search))
    instance.options = query
    pages.push({ root, instance, box, url })
    root.attach(box, place)
    instance.onLoad?.(query)
    instance.onShow?.()
    instance.onReady?.()
  }

  function close(): void {
    const page = pages.pop()
    if (page === undefined) return
    page.instance.onUnload?.()
    page.root.release()
    page.box.remove()
    const below = pages.at(-1)
    below?.box.removeAttribute('hidden')
    below?.instance.onShow?.()
  }

  load('app')
  open(app.pages[0]!)
  return { pages, errors, open, close, app: () => started }
}

function plainEvent(caller: Any, event: Any, listener: (event: unknown) => unknown): unknown {
  const target = (one: Any) => ({ id: one?.id ?? '', dataset: one?.dataset ?? {}, offsetLeft: 0, offsetTop: 0 })
  return listener.call(caller, {
    type: event.type, timeStamp: Date.now(), detail: event.detail, mark: event.mark,
    target: target(event.target), currentTarget: target(event.currentTarget), touches: [], changedTouches: [],
  })
}
