import { z } from 'zod'
import { Email } from './account.ts'
import { Day, Id, Instant, line, pageOf, PageQuery, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

/** Somebody, and how they come in. */
export const AccountLine = PersonLink.extend({
  email: z.string().nullable(),
  account: z.boolean(),
  /** Until when a link that was made for them and not used is good. */
  linkUntil: Instant.nullable(),
  leftOn: Day.nullable(),
})
export type AccountLine = z.infer<typeof AccountLine>

/** A link for one person. It is told this once: Mortar keeps only what proves it. */
export const PersonalLink = z.object({
  person: PersonLink,
  email: z.string().nullable(),
  link: z.url(),
  expiresAt: Instant,
})
export type PersonalLink = z.infer<typeof PersonalLink>

export const Invite = z.union([
  z.object({ people: z.array(Id).min(1).max(1000) }),
  z.object({ unit: Id }),
  z.object({ everybody: z.literal(true) }),
])
export type Invite = z.infer<typeof Invite>

export const OfficeMember = PersonLink.extend({ since: Instant, account: z.boolean() })
export type OfficeMember = z.infer<typeof OfficeMember>

export const AuditLine = z.object({
  id: z.int(),
  at: Instant,
  act: z.string(),
  by: PersonLink.nullable(),
  /** Whom it was about. */
  about: PersonLink.nullable(),
  address: z.string().nullable(),
})
export type AuditLine = z.infer<typeof AuditLine>

const person = z.object({ person: Id })

export const officeOperations = {
  'GET /office/accounts': {
    summary: 'People by whether they can sign in, by name',
    scope: 'office',
    query: PageQuery.extend({
      state: z.enum(['without', 'with', 'left']).default('without'),
      words: z.string().trim().max(200).optional(),
      unit: Id.optional(),
    }),
    reply: pageOf(AccountLine),
  },
  'POST /office/people': {
    summary: 'Add somebody by name and e-mail address',
    scope: 'office',
    body: z.object({
      name: line(200),
      email: Email,
      /** Somebody with this address was erased, and is taken in anew for a reason of the organization's. */
      erased: z.boolean().default(false),
    }),
    reply: z.object({ id: Id }),
    status: 201,
  },
  'POST /office/invitations': {
    summary: 'Make invitation links for people without account: some, those of a unit and below, or everybody',
    scope: 'office',
    body: Invite,
    reply: z.object({ items: z.array(PersonalLink) }),
    unrepeatable: true,
  },
  'POST /office/recoveries/{person}': {
    summary: 'Make a link for somebody who lost their way in',
    scope: 'office',
    params: person,
    reply: PersonalLink,
    unrepeatable: true,
  },
  'DELETE /office/links/{person}': {
    summary: 'Withdraw the link of somebody who has not used it',
    scope: 'office',
    params: person,
  },
  'PUT /office/departures/{person}': {
    summary: 'Say that somebody left: sessions and tokens end, what they wrote stays',
    scope: 'office',
    params: person,
    body: z.object({ on: Day }),
  },
  'DELETE /office/departures/{person}': {
    summary: 'Somebody came back, or never left',
    scope: 'office',
    params: person,
  },
  'GET /office/members': {
    summary: 'The knowledge office',
    scope: 'office',
    reply: z.object({ items: z.array(OfficeMember) }),
  },
  'PUT /office/members/{person}': {
    summary: 'Take somebody into the knowledge office',
    scope: 'office',
    params: person,
  },
  'DELETE /office/members/{person}': {
    summary: 'Let somebody out of the knowledge office; never the last one',
    scope: 'office',
    params: person,
  },
  'PUT /office/succession': {
    summary: 'Hand my place in the knowledge office to somebody else',
    scope: 'office',
    body: z.object({ to: Id }),
  },
  'GET /office/audit': {
    summary: 'Administrative acts, the latest first',
    scope: 'office',
    query: PageQuery,
    reply: pageOf(AuditLine),
  },
} as const satisfies Operations
