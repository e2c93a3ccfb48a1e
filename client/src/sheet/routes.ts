import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'

export const sheetRoutes = [
  page('/communities/$community/sheets', {
    words: ['sheet', 'community'],
    page: () => import('./SheetsPage.tsx').then((module) => module.SheetsPage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/sheets', { params })),
  }),
  page('/communities/$community/sheets/$sheet', {
    words: ['sheet', 'community'],
    page: () => import('./SheetPage.tsx').then((module) => module.SheetPage),
    ahead: (client, params) => client.ensureQueryData(query('GET /communities/{community}/sheets/{sheet}', { params })),
  }),
]
