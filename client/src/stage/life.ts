import type { Answer } from '#app/api.ts'

export type Life = Answer<'GET /communities/{community}/stage'>
