import { z } from 'zod'
import { CommunityLink, Day, Id, Instant, line, PersonLink, UnitLink } from './common.ts'
import { SourceMode } from './network-sources.ts'

export const SurveyState = z.enum(['draft', 'open', 'closed'])
export type SurveyState = z.infer<typeof SurveyState>

/** What somebody turns to a colleague for. */
export const HelpKind = z.enum(['problem_solving', 'know_how', 'decision', 'contacts', 'encouragement'])
export type HelpKind = z.infer<typeof HelpKind>

/** How often: 1 more seldom than every month, 2 every month, 3 every week, 4 every day. */
export const Frequency = z.int().min(1).max(4)

/** How far one person is with a survey. */
export const AnswerState = z.enum(['asked', 'begun', 'finished', 'declined'])
export type AnswerState = z.infer<typeof AnswerState>

/** One who makes a survey may write in both languages or in one; what is empty is read in the other. */
const Wording = z
  .object({
    en: line(300).or(z.literal('')).default(''),
    fi: line(300).or(z.literal('')).default(''),
  })
  .refine(({ en, fi }) => en !== '' || fi !== '')

export const WrittenQuestion = z.object({ id: z.string().regex(/^[a-z0-9-]{1,20}$/), text: Wording })
export type WrittenQuestion = z.infer<typeof WrittenQuestion>

export const SurveyDraft = z.object({
  name: line(120),
  purpose: z.string().trim().min(1).max(1000),
  legalGround: z.string().trim().min(1).max(1000),
  retentionDays: z.int().min(7).max(36500).default(730),
  mode: SourceMode.default('opt_in'),
  questions: z
    .array(WrittenQuestion)
    .min(1)
    .max(8)
    .refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length),
  /** To these units with everything below and these communities; both empty: to everybody. */
  units: z.array(Id).max(200).default([]),
  communities: z.array(Id).max(50).default([]),
  /** Its last day. */
  closesOn: Day.nullable().default(null),
  /** Days between two reminders that come by themselves; zero for none. */
  remindEvery: z.int().min(0).max(60).default(7),
})
export type SurveyDraft = z.infer<typeof SurveyDraft>
/** The same as it is sent: what is left out takes its default. */
export type SentDraft = z.input<typeof SurveyDraft>

export const SurveyTemplate = z.object({
  id: z.enum(['help', 'ideas', 'across']),
  name: z.string(),
  purpose: z.string(),
  questions: z.array(z.object({ id: z.string(), text: z.object({ en: z.string(), fi: z.string() }) })),
})
export type SurveyTemplate = z.infer<typeof SurveyTemplate>

export const SurveyLine = z.object({
  id: Id,
  name: z.string(),
  state: SurveyState,
  opensOn: Day.nullable(),
  closesOn: Day.nullable(),
  closedAt: Instant.nullable(),
  /** How far I am; null where I was not asked. */
  mine: AnswerState.nullable(),
})
export type SurveyLine = z.infer<typeof SurveyLine>

export const SurveyView = SurveyLine.extend({
  purpose: z.string(),
  legalGround: z.string(),
  retentionDays: z.int(),
  mode: SourceMode,
  openedAt: Instant.nullable(),
  /** Where its ties are kept, once it was opened. */
  source: Id.nullable(),
  /** In the reader's language. */
  questions: z.array(z.object({ id: z.string(), text: z.string() })),
  units: z.array(UnitLink),
  communities: z.array(CommunityLink),
  /** How many are asked, or would be: a list of the chart, told to the knowledge office. */
  asked: z.int().nullable(),
  /** As it was written, for those who may change it. */
  written: SurveyDraft.nullable(),
  may: z.object({
    edit: z.boolean(),
    discard: z.boolean(),
    open: z.boolean(),
    takeBack: z.boolean(),
    close: z.boolean(),
    remind: z.boolean(),
    answer: z.boolean(),
    response: z.boolean(),
    result: z.boolean(),
  }),
})
export type SurveyView = z.infer<typeof SurveyView>

export const OwnAnswers = z.object({
  state: AnswerState,
  reminders: z.boolean(),
  /** Whom I named, question by question, in the order of my naming. */
  named: z.array(
    z.object({
      question: z.string(),
      person: PersonLink,
      frequency: Frequency.nullable(),
      whatFor: z.array(HelpKind),
      more: z.boolean(),
    }),
  ),
})
export type OwnAnswers = z.infer<typeof OwnAnswers>

/** How many answered of those asked. Answers are told in fives, rounded down, so that no two figures tell of one person. */
const counted = { asked: z.int(), answered: z.int(), enough: z.boolean() }

export const SurveyResponse = z.object({
  ...counted,
  /** Units with at least five asked; smaller ones count with the unit above. */
  units: z.array(z.object({ unit: UnitLink, ...counted })),
  /** How many of those asked are in no group of five. */
  inNone: z.int(),
})
export type SurveyResponse = z.infer<typeof SurveyResponse>

export const QuestionFigures = z.object({
  question: z.string(),
  text: z.string(),
  /** Colleagues named by one who answered, on average. */
  named: z.number(),
  /** Share of those named who work outside the unit. */
  outside: z.number().nullable(),
  /** Share of those named by how often; what fewer than five people said is left out. */
  frequency: z.array(z.object({ step: Frequency, share: z.number().nullable() })),
  /** Of those who answered, how many turn to somebody for it, in fives; null below five. */
  whatFor: z.array(z.object({ kind: HelpKind, people: z.int().nullable() })),
  /** How many would like more of it with somebody. */
  more: z.int().nullable(),
})
export type QuestionFigures = z.infer<typeof QuestionFigures>

export const SurveyFigures = z.object({
  /** Null for all together. */
  unit: UnitLink.nullable(),
  ...counted,
  /** Null where fewer than five answered. */
  questions: z.array(QuestionFigures).nullable(),
})
export type SurveyFigures = z.infer<typeof SurveyFigures>

export const SurveyResult = z.object({
  whole: SurveyFigures,
  /** For the knowledge office and those who answer for a unit. */
  units: z.array(SurveyFigures),
  /** Who turns to whom between units, where five people or more do and five or more are turned to. */
  flows: z.array(z.object({ from: UnitLink, to: UnitLink, people: z.int() })),
  /** Against traces of the year before: null while it has not been compared, or nobody's traces lie in it. */
  compared: z
    .object({
      at: Instant,
      /** People who answered and of whom there are traces, in fives. */
      people: z.int(),
      /** Share of the pairs named that show in traces, and of the pairs in traces that were named. */
      surveyInTraces: z.number().nullable(),
      tracesInSurvey: z.number().nullable(),
      sources: z.array(z.string()),
    })
    .nullable(),
})
export type SurveyResult = z.infer<typeof SurveyResult>
