import { createPinia } from 'pinia'
import { createSSRApp } from 'vue'
import App from './App.vue'
// #ifdef H5
import { handOnLabels } from './platform/labels'
// #endif

// #ifdef H5
handOnLabels()
// #endif

export function createApp() {
  const app = createSSRApp(App)
  const pinia = createPinia()
  app.use(pinia)
  return { app, pinia }
}
