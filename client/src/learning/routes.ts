import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const learningRoutes = [
  page('/learning', {
    words: ['learning'],
    page: () => import('./mine/LearningPage.tsx').then((module) => module.LearningPage),
    ahead: (client) => client.ensureQueryData(query('GET /learning')),
  }),
  page('/learning/items', {
    words: ['learning'],
    page: () => import('./items/CataloguePage.tsx').then((module) => module.CataloguePage),
  }),
  page('/learning/items/new', {
    words: ['learning'],
    page: () => import('./items/NewItemPage.tsx').then((module) => module.NewItemPage),
  }),
  page('/learning/items/$item', {
    words: ['learning'],
    page: () => import('./items/ItemPage.tsx').then((module) => module.ItemPage),
    ahead: (client, { item }) => client.ensureQueryData(query('GET /learning/items/{item}', { params: { item } })),
  }),
]
