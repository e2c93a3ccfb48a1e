import { page } from '#app/page-route.ts'

export const labRoutes = [
  page('/lab', {
    words: ['lab'],
    page: () => import('./home/LabPage.tsx').then((module) => module.LabPage),
  }),
  page('/lab/$model', {
    words: ['lab'],
    page: () => import('./model/ModelPage.tsx').then((module) => module.ModelPage),
  }),
]
