import { page } from '#app/page-route.ts'

export const attentionRoutes = [
  page('/inbox', {
    words: ['attention'],
    page: () => import('./InboxPage.tsx').then((module) => module.InboxPage),
  }),
]
