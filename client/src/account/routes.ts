import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const accountRoutes = [
  page('/sign-in', {
    words: ['account'],
    open: true,
    page: () => import('./SignInPage.tsx').then((module) => module.SignInPage),
  }),
  page('/welcome/$token', {
    words: ['account'],
    open: true,
    page: () => import('./WelcomePage.tsx').then((module) => module.WelcomePage),
  }),
  page('/start', {
    words: ['account'],
    open: true,
    page: () => import('./StartPage.tsx').then((module) => module.StartPage),
  }),
  page('/settings', {
    words: ['account'],
    page: () => import('./settings/SettingsPage.tsx').then((module) => module.SettingsPage),
    ahead: (client) => client.ensureQueryData(query('GET /me/account')),
  }),
  page('/office', {
    words: ['account', 'erasure'],
    page: () => import('./office/OfficePage.tsx').then((module) => module.OfficePage),
  }),
]
