import { z } from 'zod'
import { Id, Instant, line } from './common.ts'
import type { Operations } from './operation.ts'
import { passwordLength } from './password.ts'

export const languages = ['en', 'fi'] as const
export const Language = z.enum(languages)

export const TimeZone = z
  .string()
  .max(64)
  .refine((name) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
    } catch {
      return false
    }
  })

/** An address as people type it; kept in small letters. */
export const Email = z.string().trim().toLowerCase().max(320).pipe(z.email())

/** As it travels; whether it is good is decided with what is known of the person. */
export const Password = z.string().min(1).max(passwordLength.most)

/** Who is signed in, and what the whole application needs to know about them. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  /** Belongs to a community, not to the organization: some places are not theirs. */
  guest: z.boolean(),
  language: z.string(),
  timeZone: z.string(),
  organization: z.object({ name: z.string(), language: z.string(), timeZone: z.string() }),
  units: z.array(z.object({ id: Id, name: z.string(), role: z.enum(['works', 'manages', 'delegate']) })),
  may: z.object({ administer: z.boolean(), decideFor: z.array(Id) }),
})
export type Me = z.infer<typeof Me>

/** What is needed to sign in again, and from where that happened. */
export const AccountView = z.object({
  password: z.boolean(),
  passkeys: z.array(z.object({ id: Id, name: z.string().nullable(), madeAt: Instant.nullable() })),
  sessions: z.array(
    z.object({
      id: Id,
      current: z.boolean(),
      device: z.string().nullable(),
      address: z.string().nullable(),
      since: Instant,
      seenAt: Instant,
    }),
  ),
  /** What the person chose; null follows the organization. */
  language: Language.nullable(),
  timeZone: z.string().nullable(),
})
export type AccountView = z.infer<typeof AccountView>

export const Scope = z.enum(['read', 'write', 'office'])

export const TokenView = z.object({
  id: Id,
  name: z.string(),
  scopes: z.array(Scope),
  madeAt: Instant,
  expiresAt: Instant.nullable(),
  usedAt: Instant.nullable(),
})
export type TokenView = z.infer<typeof TokenView>

export const CreateToken = z.object({
  name: line(100),
  scopes: z.array(Scope).min(1).max(3),
  /** None keeps it until it is revoked. */
  days: z.int().min(1).max(3660).nullable(),
})
export type CreateToken = z.infer<typeof CreateToken>

/** What a browser and its authenticator tell each other (WebAuthn); opaque to us. */
export const Ceremony = z.record(z.string(), z.unknown())

const Link = z.object({ token: z.string().min(1).max(200) })

export const WelcomeView = z.object({
  purpose: z.enum(['first', 'invitation', 'recovery']),
  name: z.string(),
  email: z.string().nullable(),
  organization: z.string(),
  expiresAt: Instant,
})
export type WelcomeView = z.infer<typeof WelcomeView>

export const Enter = z.object({
  /** Asked of the first person only. */
  name: line(200).optional(),
  /** Asked of who has none yet. */
  email: Email.optional(),
  /** None when a passkey follows. */
  password: Password.optional(),
})
export type Enter = z.infer<typeof Enter>

/** What an organization is called, and how it writes words and times. */
export const Naming = z.object({ name: line(200), language: Language, timeZone: TimeZone })
export type Naming = z.infer<typeof Naming>

export const Begin = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('example') }),
  Naming.extend({ choice: z.enum(['import', 'empty', 'here']) }),
])
export type Begin = z.infer<typeof Begin>

/** What came before anybody, such as by an import from a terminal; with it there is nothing left to choose. */
export const Beginning = z.object({
  here: z.object({ people: z.int(), units: z.int(), communities: z.int(), inquiries: z.int() }),
  may: z.object({ choose: z.array(z.enum(['example', 'import', 'empty', 'here'])) }),
})
export type Beginning = z.infer<typeof Beginning>

export const accountOperations = {
  'GET /me': { summary: 'Who am I', scope: 'read', reply: Me },
  'PATCH /me': {
    summary: 'Choose my language and time zone; null follows the organization',
    scope: 'write',
    body: z.object({ language: Language.nullable().optional(), timeZone: TimeZone.nullable().optional() }),
  },
  'POST /session': {
    summary: 'Sign in with e-mail address and password',
    scope: 'write',
    open: true,
    body: z.object({ email: Email, password: Password }),
    unrepeatable: true,
  },
  'POST /session/challenge': {
    summary: 'Begin to sign in with a passkey',
    scope: 'write',
    open: true,
    reply: Ceremony,
    unrepeatable: true,
  },
  'POST /session/passkey': {
    summary: 'Sign in with a passkey',
    scope: 'write',
    open: true,
    body: z.object({ response: Ceremony }),
    unrepeatable: true,
  },
  'DELETE /session': { summary: 'Sign out', scope: 'write', open: true },
  'GET /welcome/{token}': {
    summary: 'Whom a link is for',
    scope: 'read',
    open: true,
    params: Link,
    reply: WelcomeView,
  },
  'POST /welcome/{token}': {
    summary: 'Come in by a link: a password, or else the passkey that follows, uses it up',
    scope: 'write',
    open: true,
    params: Link,
    body: Enter,
    unrepeatable: true,
  },
  'GET /me/account': { summary: 'My ways in, and where I am signed in', scope: 'read', reply: AccountView },
  'PUT /me/password': {
    summary: 'Change my password; all other sessions end',
    scope: 'write',
    body: z.object({ current: Password.optional(), password: Password }),
    unrepeatable: true,
  },
  'DELETE /me/sessions': { summary: 'End all my other sessions', scope: 'write' },
  'DELETE /me/sessions/{session}': {
    summary: 'End one of my sessions',
    scope: 'write',
    params: z.object({ session: Id }),
  },
  'POST /me/passkeys/challenge': {
    summary: 'Begin to add a passkey',
    scope: 'write',
    reply: Ceremony,
    unrepeatable: true,
  },
  'POST /me/passkeys': {
    summary: 'Add a passkey',
    scope: 'write',
    body: z.object({ name: line(100), response: Ceremony }),
    unrepeatable: true,
  },
  'DELETE /me/passkeys/{passkey}': {
    summary: 'Remove a passkey',
    scope: 'write',
    params: z.object({ passkey: Id }),
  },
  'GET /me/tokens': {
    summary: 'My personal tokens that are still good',
    scope: 'read',
    reply: z.object({ items: z.array(TokenView) }),
  },
  'POST /me/tokens': {
    summary: 'Make a personal token; it is shown this once',
    scope: 'write',
    body: CreateToken,
    reply: z.object({ id: Id, token: z.string() }),
    status: 201,
    unrepeatable: true,
  },
  'DELETE /me/tokens/{token}': { summary: 'Revoke a token', scope: 'write', params: z.object({ token: Id }) },
} as const satisfies Operations

export const beginningOperations = {
  'GET /organization/beginning': {
    summary: 'What is here before the organization begins, and how it may begin',
    scope: 'office',
    reply: Beginning,
  },
  'POST /organization/beginning': {
    summary: 'Begin with the example organization, an import, nothing, or what is here already',
    scope: 'office',
    body: Begin,
  },
  'PUT /organization/naming': {
    summary: 'Change what the organization is called, its language and its time zone',
    scope: 'office',
    body: Naming,
  },
} as const satisfies Operations
