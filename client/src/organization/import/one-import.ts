import type { Answer } from '#app/api.ts'

export type Import = Answer<'GET /organization/imports/{import}'>
