import fs from 'node:fs'
import { fileURLToPath, URL } from 'node:url'
import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig, type Plugin } from 'vite'

const ICON_FONT = './node_modules/wot-design-uni/components/wd-icon/wd-icons.ttf'

/**
 * wot-design-uni loads its icons and uni-app the shadow of its page head from foreign servers; a child-protection app
 * asks nobody else, so the packaged font goes in and the shadow goes.
 */
function nothingForeign(): Plugin {
  const font = fs.readFileSync(fileURLToPath(new URL(ICON_FONT, import.meta.url))).toString('base64')
  const inlined = `@font-face{font-family:wd-icons;src:url(data:font/ttf;base64,${font}) format("truetype")}`
  return {
    name: 'nothing-foreign',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !/\.(wxss|css)$/.test(file.fileName)) continue
        // H5 already carries the packaged font; only the foreign rule has to go.
        const replacement = file.fileName.endsWith('.wxss') ? inlined : ''
        file.source = String(file.source)
          .replace(/@font-face\s*\{[^}]*at\.alicdn\.com[^}]*\}/g, replacement)
          .replace(/url\(["']?https:\/\/cdn\.dcloud\.net\.cn[^)]*\)/g, 'none')
      }
    },
  }
}

/** A screen reader in WeChat asks for `aria-role`, one in a browser for `role`; the source says `role`. */
function rolesForWeChat(): Plugin {
  return {
    name: 'roles-for-wechat',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.wxml')) continue
        file.source = String(file.source).replace(/ role="/g, ' aria-role="')
      }
    },
  }
}

export default defineConfig({
  plugins: [uni(), nothingForeign(), rolesForWeChat()],
  // Old phones: WeChat on Android 7 and iOS 12 read nothing newer.
  build: { target: 'es2018' },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/sandbox': 'http://127.0.0.1:8080' } },
})
