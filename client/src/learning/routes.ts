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
  page('/learning/overlap', {
    words: ['learning'],
    page: () => import('./overlap/OverlapPage.tsx').then((module) => module.OverlapPage),
  }),
  page('/learning/pairs', {
    words: ['learning'],
    page: () => import('./pairs/PairsPage.tsx').then((module) => module.PairsPage),
    ahead: (client) => client.ensureQueryData(query('GET /learning/pairs')),
  }),
  page('/learning/plans', {
    words: ['learning'],
    page: () => import('./plan/PlansPage.tsx').then((module) => module.PlansPage),
  }),
  page('/learning/plans/$plan', {
    words: ['learning'],
    page: () => import('./plan/PlanPage.tsx').then((module) => module.PlanPage),
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
  page('/learning/needs-assessments', {
    words: ['learning'],
    page: () => import('./assessments/AssessmentsPage.tsx').then((module) => module.AssessmentsPage),
    ahead: (client) => client.ensureQueryData(query('GET /learning/needs-assessments')),
  }),
  page('/learning/needs-assessments/new', {
    words: ['learning'],
    page: () => import('./assessments/WritePages.tsx').then((module) => module.NewAssessmentPage),
  }),
  page('/learning/needs-assessments/$assessment', {
    words: ['learning'],
    page: () => import('./assessments/AssessmentPage.tsx').then((module) => module.AssessmentPage),
    ahead: (client, { assessment }) =>
      client.ensureQueryData(query('GET /learning/needs-assessments/{assessment}', { params: { assessment } })),
  }),
  page('/learning/needs-assessments/$assessment/edit', {
    words: ['learning'],
    page: () => import('./assessments/WritePages.tsx').then((module) => module.EditAssessmentPage),
  }),
  page('/learning/bring', {
    words: ['learning'],
    page: () => import('./lead/BringPage.tsx').then((module) => module.BringPage),
  }),
  page('/learning/lead', {
    words: ['learning'],
    page: () => import('./lead/LeadPage.tsx').then((module) => module.LeadPage),
    ahead: (client) => client.ensureQueryData(query('GET /learning/lead')),
  }),
]
