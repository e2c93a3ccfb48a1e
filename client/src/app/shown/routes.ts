import { page } from '../page-route.ts'

/** Every part in its states, to look at while developing. Not in the built product. */
export const shownRoutes = [
  page('/ui', { words: ['ui'], page: () => import('./PartsPage.tsx').then((module) => module.PartsPage) }),
]
