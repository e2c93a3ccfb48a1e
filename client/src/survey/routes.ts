import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const surveyRoutes = [
  page('/surveys', {
    words: ['survey'],
    page: () => import('./SurveysPage.tsx').then((module) => module.SurveysPage),
    ahead: (client) => client.ensureQueryData(query('GET /surveys')),
  }),
  page('/surveys/new', {
    words: ['survey'],
    page: () => import('./write/NewSurveyPage.tsx').then((module) => module.NewSurveyPage),
    ahead: (client) => client.ensureQueryData(query('GET /surveys')),
  }),
  page('/surveys/$survey', {
    words: ['survey'],
    page: () => import('./SurveyPage.tsx').then((module) => module.SurveyPage),
    ahead: (client, { survey }) => client.ensureQueryData(query('GET /surveys/{survey}', { params: { survey } })),
  }),
  page('/surveys/$survey/edit', {
    words: ['survey'],
    page: () => import('./write/EditSurveyPage.tsx').then((module) => module.EditSurveyPage),
    ahead: (client, { survey }) => client.ensureQueryData(query('GET /surveys/{survey}', { params: { survey } })),
  }),
  page('/surveys/$survey/answer', {
    words: ['survey'],
    page: () => import('./answer/AnswerPage.tsx').then((module) => module.AnswerPage),
    ahead: (client, { survey }) =>
      client.ensureQueryData(query('GET /surveys/{survey}/answer', { params: { survey } })),
  }),
]
