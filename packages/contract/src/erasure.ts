import { z } from 'zod'
import { Id, Instant, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

/** What becomes of the words of somebody who is erased: they stay as those of a former colleague, or go. */
export const ErasedWords = z.enum(['stay', 'go'])
export type ErasedWords = z.infer<typeof ErasedWords>

export const ErasureState = z.enum(['asked', 'waiting', 'taken_back', 'done'])

/** Somebody's erasure as far as it has come. Once it is done nobody's name is left to tell. */
export const ErasureView = z.object({
  id: Id,
  state: ErasureState,
  askedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  /** When it runs, or ran. */
  dueAt: Instant.nullable(),
  endedAt: Instant.nullable(),
})
export type ErasureView = z.infer<typeof ErasureView>

/** What goes whatever the organization has set. */
export const erasedParts = [
  'account',
  'described',
  'memberships',
  'roles',
  'stewardships',
  'offices',
  'drafts',
  'inbox',
  'choices',
  'invitations',
  'traces',
  'answers',
  'found',
  'files',
  'imports',
] as const

/** What stays as a former colleague's or goes, by the setting. */
export const wordParts = ['inquiries', 'contributions', 'practices', 'applications', 'reasons', 'attached'] as const

/** What stays without a name, so that history adds up. */
export const keptParts = ['happened', 'positions', 'meToo', 'thanks', 'charters'] as const

const counted = <const Part extends readonly [string, ...string[]]>(parts: Part) =>
  z.array(z.object({ part: z.enum(parts), count: z.int() }))

/** Exactly what erasing somebody would do now. */
export const ErasureOutlook = z.object({
  words: ErasedWords,
  goes: counted(erasedParts),
  wordsOf: counted(wordParts),
  stays: counted(keptParts),
  /** Of the days of waiting before it runs. */
  days: z.int(),
  erasure: ErasureView.nullable(),
  /** Without this person nobody would be the knowledge office: somebody else must be in it first. */
  lastOfOffice: z.boolean(),
  may: z.object({ ask: z.boolean(), decide: z.boolean(), takeBack: z.boolean() }),
})
export type ErasureOutlook = z.infer<typeof ErasureOutlook>

export const ErasureLine = ErasureView.extend({
  person: PersonLink,
  decidedBy: PersonLink.nullable(),
  words: ErasedWords.nullable(),
  held: z.boolean(),
})
export type ErasureLine = z.infer<typeof ErasureLine>

/** A page on which somebody's name stands in running text. */
export const NamePlace = z.object({
  kind: z.enum(['inquiry', 'practice', 'community', 'story', 'value_report', 'escalation', 'signal', 'imperative']),
  id: Id,
  title: z.string(),
  /** In how many texts of the page. */
  texts: z.int(),
})
export type NamePlace = z.infer<typeof NamePlace>

const person = z.object({ person: Id })

export const erasureOperations = {
  'GET /me/erasure': {
    summary: 'What erasing me would do, and how far it has come',
    scope: 'read',
    reply: ErasureOutlook,
  },
  'PUT /me/erasure': { summary: 'Ask the knowledge office to erase me', scope: 'write' },
  'DELETE /me/erasure': { summary: 'Take back that I asked to be erased, until it runs', scope: 'write' },
  'GET /erasures': {
    summary: 'Who asked to be erased, whose erasure waits, and what ran lately',
    scope: 'office',
    reply: z.object({ words: ErasedWords, days: z.int(), items: z.array(ErasureLine) }),
  },
  'PUT /erasures/words': {
    summary: 'Set what becomes of the words of people who are erased from now on',
    scope: 'office',
    body: z.object({ words: ErasedWords }),
  },
  'GET /people/{person}/erasure': {
    summary: 'What erasing somebody would do, and how far it has come',
    scope: 'office',
    params: person,
    reply: ErasureOutlook,
  },
  'PUT /people/{person}/erasure': {
    summary: 'Erase somebody after the days of waiting, or now; their name is given to show that they are meant',
    scope: 'office',
    params: person,
    body: z.object({ name: z.string().max(200), now: z.boolean().default(false) }),
  },
  'DELETE /people/{person}/erasure': {
    summary: 'Take back an erasure, or decline what was asked, until it runs',
    scope: 'office',
    params: person,
  },
  'GET /people/{person}/erasure/places': {
    summary: 'Where the name of somebody stands in running text: pages that I may read, and how many others there are',
    scope: 'office',
    params: person,
    reply: z.object({ items: z.array(NamePlace), hidden: z.int(), more: z.boolean() }),
  },
} as const satisfies Operations
