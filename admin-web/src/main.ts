import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { whenSignedOut } from '@/api/client'
import { router } from '@/router'
import { useSession } from '@/session/session'
import App from './App.vue'
import '@/styles/tokens.css'
import '@/styles/element.css'
import '@/styles/base.css'

const app = createApp(App).use(createPinia()).use(router)

whenSignedOut(() => {
  useSession().person = undefined
  void router.push({ name: 'sign-in', query: { from: router.currentRoute.value.fullPath, left: '1' } })
})

app.mount('#app')
