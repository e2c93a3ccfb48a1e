import type { ContributionKind, Outcome } from '@mortar/contract/inquiry'

/** An inquiry as it was elsewhere. `origin` is its address there, and what makes a second import change nothing. */
export interface ComingInquiry {
  origin: string
  title: string
  body: string
  askedBy: string | null
  askedAt: Date
  editedAt?: Date | null
  communities: string[]
  topics?: string[]
  unitId?: string | null
  problemKind?: string | null
  contributions: ComingContribution[]
}

export interface ComingContribution {
  origin: string
  kind: ContributionKind
  outcome?: Outcome
  /** For a reply: the origin of what it replies to. */
  replyTo?: string
  body: string
  by: string | null
  at: Date
  editedAt?: Date | null
  helped?: { by: string | null; at: Date }
}
