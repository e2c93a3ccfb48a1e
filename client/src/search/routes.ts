import { page } from '#app/page-route.ts'

export const searchRoutes = [
  page('/search', {
    words: ['search'],
    page: () => import('./SearchPage.tsx').then((module) => module.SearchPage),
  }),
]
