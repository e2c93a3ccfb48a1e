import type { Answer } from '#app/api.ts'

export type Imperative = Answer<'GET /imperatives'>['items'][number]
export type Escalation = Answer<'GET /escalations/{escalation}'>
export type Signal = Answer<'GET /signals/{signal}'>
