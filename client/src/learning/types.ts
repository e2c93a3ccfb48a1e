import type { Answer } from '#app/api.ts'

export type Mine = Answer<'GET /learning'>
export type Need = Mine['needs'][number]
export type Suggestion = Answer<'GET /learning/suggestions'>['items'][number]
export type ItemLine = Answer<'GET /learning/items'>['items'][number]
export type Item = Answer<'GET /learning/items/{item}'>
export type AssessmentLine = Answer<'GET /learning/needs-assessments'>['items'][number]
export type Assessment = Answer<'GET /learning/needs-assessments/{assessment}'>
export type Pairing = Answer<'GET /learning/pairs'>
export type Pair = Pairing['pairs'][number]
export type Lead = Answer<'GET /learning/lead'>
export type Report = Answer<'POST /learning/catalogue'>['report']
