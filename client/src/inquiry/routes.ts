import { query } from '#app/api.ts'
import { page } from '#app/page-route.ts'
import { inquiryQuery } from './api.ts'

export const inquiryRoutes = [
  page('/inquiries', {
    words: ['inquiry'],
    page: () => import('./list/InquiriesPage.tsx').then((module) => module.InquiriesPage),
  }),
  page('/ask', {
    words: ['inquiry', 'practice'],
    page: () => import('./ask/AskPage.tsx').then((module) => module.AskPage),
    ahead: (client) => client.ensureQueryData(query('GET /drafts/{key}', { params: { key: 'ask' } })),
  }),
  page('/inquiries/$inquiry', {
    words: ['inquiry', 'attention'],
    page: () => import('./page/InquiryPage.tsx').then((module) => module.InquiryPage),
    ahead: (client, { inquiry }) => client.ensureQueryData(inquiryQuery(inquiry)),
  }),
]
