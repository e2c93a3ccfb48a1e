import { z } from 'zod'
import { Id } from './common.ts'
import type { Operations } from './operation.ts'

/** Who is signed in, and what the whole application needs to know about them. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  language: z.string(),
  timeZone: z.string(),
  organization: z.object({ name: z.string(), language: z.string(), timeZone: z.string() }),
  units: z.array(z.object({ id: Id, name: z.string(), role: z.enum(['works', 'manages', 'delegate']) })),
  may: z.object({ administer: z.boolean(), decideFor: z.array(Id) }),
})
export type Me = z.infer<typeof Me>

export const accountOperations = {
  'GET /me': { summary: 'Who am I', scope: 'read', reply: Me },
} as const satisfies Operations
