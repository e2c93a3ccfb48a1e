import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const organizationRoutes = [
  page('/organization', {
    words: ['organization'],
    page: () => import('./chart/OrganizationPage.tsx').then((module) => module.OrganizationPage),
    ahead: (client) => client.ensureQueryData(query('GET /units')),
  }),
  page('/organization/import', {
    words: ['organization'],
    page: () => import('./import/ImportsPage.tsx').then((module) => module.ImportsPage),
  }),
  page('/organization/import/$import', {
    words: ['organization', 'erasure'],
    page: () => import('./import/ImportPage.tsx').then((module) => module.ImportPage),
  }),
  page('/organization/units/$unit', {
    words: ['organization', 'desk'],
    page: () => import('./chart/UnitPage.tsx').then((module) => module.UnitPage),
    ahead: (client, { unit }) => client.ensureQueryData(query('GET /units/{unit}', { params: { unit } })),
  }),
  page('/people/$person', {
    words: ['organization', 'desk', 'erasure'],
    page: () => import('./person/PersonPage.tsx').then((module) => module.PersonPage),
    ahead: (client, { person }) => client.ensureQueryData(query('GET /people/{person}', { params: { person } })),
  }),
]
