import { page } from '#app/page-route.ts'

export const labRoutes = [
  page('/lab/reproduced', {
    words: ['lab'],
    page: () => import('./reproduce/ReproducedPage.tsx').then((module) => module.ReproducedPage),
    ahead: async (client) => client.ensureQueryData((await import('./reproduce/reference.ts')).referenceQuery),
  }),
  page('/lab', {
    words: ['lab'],
    page: () => import('./home/LabPage.tsx').then((module) => module.LabPage),
  }),
  page('/lab/$model', {
    words: ['lab'],
    page: () => import('./model/ModelPage.tsx').then((module) => module.ModelPage),
  }),
]
