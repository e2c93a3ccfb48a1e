import type { Answer } from '#app/api.ts'

/** A saved experiment as it is read. */
export type Saved = Answer<'GET /experiments/{experiment}'>
