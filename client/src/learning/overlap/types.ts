import type { Answer } from '#app/api.ts'

export type Overlap = Answer<'GET /learning/overlap'>
export type Region = Overlap['regions'][number]
export type Chosen = Overlap['sets'][number]
