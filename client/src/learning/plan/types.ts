import type { Answer } from '#app/api.ts'

export type Plan = Answer<'GET /learning/plans/{plan}'>
export type Line = Plan['lines'][number]
export type Send = Line['send']
export type Rules = Plan['rules']
export type Figures = NonNullable<Plan['figures']>
export type Ground = Answer<'GET /learning/plans/ground'>
