import { query } from '#app/api.ts'
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
    ahead: (client) => client.ensureQueryData(query('GET /experiments', { query: { whose: 'mine' } })),
  }),
  page('/lab/your-organization', {
    words: ['lab'],
    page: () => import('./organization/YourOrganizationPage.tsx').then((module) => module.YourOrganizationPage),
    ahead: (client) => client.ensureQueryData(query('GET /lab/organization')),
  }),
  page('/lab/experiments/$experiment', {
    words: ['lab', 'constellation'],
    page: () => import('./saved/ExperimentPage.tsx').then((module) => module.ExperimentPage),
    ahead: (client, { experiment }) =>
      client.ensureQueryData(query('GET /experiments/{experiment}', { params: { experiment } })),
  }),
  page('/lab/$model/sweep', {
    words: ['lab', 'constellation'],
    page: () => import('./sweep/SweepPage.tsx').then((module) => module.SweepPage),
  }),
  page('/lab/$model/compare', {
    words: ['lab', 'constellation'],
    page: () => import('./compare/ComparePage.tsx').then((module) => module.ComparePage),
  }),
  page('/lab/$model', {
    words: ['lab', 'constellation'],
    page: () => import('./model/ModelPage.tsx').then((module) => module.ModelPage),
  }),
]
