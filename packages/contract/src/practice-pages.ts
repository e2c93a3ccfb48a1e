import { z } from 'zod'
import { CommunityLink, Day, Id, Instant, PersonLink, UnitLink } from './common.ts'
import { AdoptionState, Outcome, PracticeLine, PracticeLink, Step, WrittenText } from './practice.ts'

/** What a practice distilled from an inquiry starts with. */
export const Distillation = z.object({
  inquiry: z.object({ id: Id, title: z.string() }),
  communities: z.array(CommunityLink),
  text: WrittenText,
  contributions: z.array(Id),
  by: z.array(PersonLink),
})
export type Distillation = z.infer<typeof Distillation>

/** One thing that happened to a practice, on its line of time. */
export const HistoryEntry = z.object({
  at: Instant,
  what: z.enum([
    'asked',
    'helped',
    'moved',
    'revised',
    'changeTaken',
    'applied',
    'validated',
    'verified',
    'adoption',
    'proposedTo',
    'runStarted',
    'runEnded',
    'variant',
  ]),
  /** State, outcome or decision, where there is one. */
  state: z.string().nullable(),
  revision: z.int().nullable(),
  unit: UnitLink.nullable(),
  words: z.string(),
  by: PersonLink.nullable(),
  /** The inquiry, application, run or practice it leads to. */
  id: Id.nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const RunStepView = Step.extend({
  step: z.int(),
  doneAt: Instant.nullable(),
  /** Whether the reader ticked it: others are never named. */
  mine: z.boolean(),
})

export const RunLine = z.object({
  id: Id,
  practice: PracticeLink,
  unit: UnitLink,
  title: z.string(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  done: z.int(),
  steps: z.int(),
})
export type RunLine = z.infer<typeof RunLine>

export const RunView = RunLine.omit({ steps: true, done: true }).extend({
  revision: z.int(),
  note: z.string().nullable(),
  outcome: Outcome.nullable(),
  steps: z.array(RunStepView),
  may: z.object({ tick: z.boolean(), end: z.boolean() }),
})
export type RunView = z.infer<typeof RunView>

export const Cell = z.object({
  practice: Id,
  unit: Id,
  /** A waiting proposal shows as `asked`; a decision hides it. */
  state: z.enum([...AdoptionState.options, 'asked']),
  reason: z.string(),
  at: Instant,
})
export type Cell = z.infer<typeof Cell>

/** Practices down, units across. A cell that is not there was never asked. */
export const MatrixView = z.object({
  practices: z.array(
    PracticeLink.extend({ community: CommunityLink.nullable(), adopted: z.int(), trying: z.int(), declined: z.int() }),
  ),
  units: z.array(UnitLink.extend({ mayDecide: z.boolean() })),
  cells: z.array(Cell),
  /** What a unit may decide after each of its states, where the reader decides for it. */
  next: z.record(z.enum([...AdoptionState.options, 'none']), z.array(AdoptionState)),
  /** Whether there are more practices or units than a matrix holds. */
  more: z.object({ practices: z.boolean(), units: z.boolean() }),
})
export type MatrixView = z.infer<typeof MatrixView>

/** What a unit runs, tries, was asked and has decided against. */
export const UnitPractices = z.object({
  unit: UnitLink,
  decisions: z.array(
    z.object({
      practice: PracticeLine,
      state: AdoptionState,
      reason: z.string(),
      at: Instant,
      by: PersonLink.nullable(),
      /** What the reader may decide for the unit now. */
      next: z.array(AdoptionState),
    }),
  ),
  asked: z.array(
    z.object({
      practice: PracticeLink,
      message: z.string(),
      dueOn: Day.nullable(),
      late: z.boolean(),
      at: Instant,
      next: z.array(AdoptionState),
    }),
  ),
  runs: z.array(RunLine),
  may: z.object({ decide: z.boolean(), run: z.boolean() }),
})
export type UnitPractices = z.infer<typeof UnitPractices>

/** What somebody brought into the repertoire, as far as the reader may see it. */
export const PersonPractices = z.object({
  stewards: z.array(PracticeLink),
  wrote: z.array(PracticeLink),
  applied: z.array(z.object({ practice: PracticeLink, outcome: Outcome, at: Instant })),
})
export type PersonPractices = z.infer<typeof PersonPractices>

/** What waits for a steward, each with the reason why. */
export const Stewardship = z.object({
  reviews: z.array(
    PracticeLink.extend({ community: CommunityLink.nullable(), reviewAt: Instant, overdue: z.boolean() }),
  ),
  proposed: z.array(PracticeLink.extend({ community: CommunityLink.nullable(), at: Instant })),
  changes: z.array(PracticeLink.extend({ community: CommunityLink.nullable(), waiting: z.int(), at: Instant })),
  evidence: z.array(
    PracticeLink.extend({
      community: CommunityLink.nullable(),
      since: z.object({ worked: z.int(), partly: z.int(), failed: z.int() }),
      proposes: z.boolean(),
      at: Instant,
    }),
  ),
  orphans: z.array(PracticeLink.extend({ community: CommunityLink.nullable() })),
})
export type Stewardship = z.infer<typeof Stewardship>

/** A practice that may already help, with the reason why it is shown. */
export const SimilarPractice = PracticeLine.extend({ why: z.enum(['words', 'title']) })
export type SimilarPractice = z.infer<typeof SimilarPractice>
