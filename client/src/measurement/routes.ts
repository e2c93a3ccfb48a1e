import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

const words = ['measurement', 'constellation'] as const

export const measurementRoutes = [
  page('/communities/$community/indicators', {
    words: [...words, 'community'],
    page: () => import('./CommunityIndicatorsPage.tsx').then((module) => module.CommunityIndicatorsPage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/indicators', { params })),
  }),
  page('/communities/$community/pulse', {
    words: ['measurement', 'community'],
    page: () => import('./pulse/CommunityPulsePage.tsx').then((module) => module.CommunityPulsePage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/pulse', { params })),
  }),
  page('/communities/$community/value', {
    words: ['measurement', 'community'],
    page: () => import('./value/CommunityValuePage.tsx').then((module) => module.CommunityValuePage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/stories', { params })),
  }),
  page('/practices/$practice/value', {
    words: ['measurement'],
    page: () => import('./value/PracticeValuePage.tsx').then((module) => module.PracticeValuePage),
    ahead: (client, params) => client.ensureQueryData(query('GET /practices/{practice}/stories', { params })),
  }),
  page('/stories/new', {
    words: ['measurement', 'sensing'],
    page: () => import('./value/TellPage.tsx').then((module) => module.TellPage),
  }),
  page('/stories/$story', {
    words: ['measurement', 'inquiry'],
    page: () => import('./value/StoryPage.tsx').then((module) => module.StoryPage),
    ahead: (client, params) => client.ensureQueryData(query('GET /stories/{story}', { params })),
  }),
  page('/stories/$story/edit', {
    words: ['measurement', 'sensing'],
    page: () => import('./value/TellPage.tsx').then((module) => module.EditStoryPage),
    ahead: (client, params) => client.ensureQueryData(query('GET /stories/{story}', { params })),
  }),
  page('/reports', {
    words: ['measurement'],
    page: () => import('./report/ReportsPage.tsx').then((module) => module.ReportsPage),
    ahead: (client) => client.ensureQueryData(query('GET /value-reports', { query: {} })),
  }),
  page('/reports/$valueReport', {
    words: ['measurement'],
    page: () => import('./report/ReportPage.tsx').then((module) => module.ReportPage),
    ahead: (client, params) => client.ensureQueryData(query('GET /value-reports/{valueReport}', { params })),
  }),
  page('/pulse', {
    words: ['measurement'],
    page: () => import('./pulse/PulsePage.tsx').then((module) => module.PulsePage),
    ahead: (client) => client.ensureQueryData(query('GET /pulse')),
  }),
  page('/pulse/$wave', {
    words: ['measurement'],
    page: () => import('./pulse/AnswerPage.tsx').then((module) => module.AnswerPage),
  }),
  page('/indicators', {
    words,
    page: () => import('./IndicatorsPage.tsx').then((module) => module.IndicatorsPage),
    ahead: (client) => client.ensureQueryData(query('GET /indicators')),
  }),
]
