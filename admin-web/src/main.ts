import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { whenSignedOut } from '@/api/client'
import { router } from '@/router'
import { useSession } from '@/session/session'
import App from './App.vue'
import '@/styles/tokens.css'
import '@/styles/element.css'
import '@/styles/base.css'
import '@/styles/page.css'

const app = createApp(App).use(createPinia()).use(router)

// Whoever is in the middle of something signs in on top of it, so that nothing typed is lost.
whenSignedOut(() => {
  const session = useSession()
  if (session.person && !router.currentRoute.value.meta.open) session.expired = true
  else void router.push({ name: 'sign-in', query: { from: router.currentRoute.value.fullPath, left: '1' } })
})

app.mount('#app')
