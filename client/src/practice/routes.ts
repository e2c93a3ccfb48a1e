import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'
import { practiceQuery } from './api.ts'

export const practiceRoutes = [
  page('/practices', {
    words: ['practice'],
    page: () => import('./list/PracticesPage.tsx').then((module) => module.PracticesPage),
  }),
  page('/practices/new', {
    words: ['practice'],
    page: () => import('./write/NewPracticePage.tsx').then((module) => module.NewPracticePage),
  }),
  page('/practices/matrix', {
    words: ['practice'],
    page: () => import('./matrix/MatrixPage.tsx').then((module) => module.MatrixPage),
  }),
  page('/practices/$practice', {
    words: ['practice', 'attention', 'sensing'],
    page: () => import('./page/PracticePage.tsx').then((module) => module.PracticePage),
    ahead: (client, { practice }) => client.ensureQueryData(practiceQuery(practice)),
  }),
  page('/practices/$practice/edit', {
    words: ['practice'],
    page: () => import('./write/EditPracticePage.tsx').then((module) => module.EditPracticePage),
    ahead: (client, { practice }) => client.ensureQueryData(practiceQuery(practice)),
  }),
  page('/practices/$practice/revisions', {
    words: ['practice'],
    page: () => import('./history/RevisionsPage.tsx').then((module) => module.RevisionsPage),
    ahead: (client, { practice }) => client.ensureQueryData(practiceQuery(practice)),
  }),
  page('/practices/$practice/changes/$change', {
    words: ['practice'],
    page: () => import('./write/TakeChangePage.tsx').then((module) => module.TakeChangePage),
    ahead: (client, { practice }) => client.ensureQueryData(practiceQuery(practice)),
  }),
  page('/practices/$practice/history', {
    words: ['practice'],
    page: () => import('./history/HistoryPage.tsx').then((module) => module.HistoryPage),
    ahead: (client, { practice }) => client.ensureQueryData(practiceQuery(practice)),
  }),
  page('/practices/$practice/runs/$run', {
    words: ['practice'],
    page: () => import('./unit/RunPage.tsx').then((module) => module.RunPage),
    ahead: (client, { run }) => client.ensureQueryData(query('GET /runs/{run}', { params: { run } })),
  }),
  page('/stewardship', {
    words: ['practice'],
    page: () => import('./tend/StewardshipPage.tsx').then((module) => module.StewardshipPage),
    ahead: (client) => client.ensureQueryData(query('GET /stewardship')),
  }),
  page('/communities/$community/practices', {
    words: ['practice', 'community'],
    page: () => import('./list/CommunityPracticesPage.tsx').then((module) => module.CommunityPracticesPage),
  }),
  page('/communities/$community/close', {
    words: ['practice', 'community'],
    page: () => import('./close/ClosePage.tsx').then((module) => module.ClosePage),
  }),
  page('/organization/units/$unit/practices', {
    words: ['practice'],
    page: () => import('./unit/WhatWeRunPage.tsx').then((module) => module.WhatWeRunPage),
    ahead: (client, { unit }) => client.ensureQueryData(query('GET /units/{unit}/practices', { params: { unit } })),
  }),
]
