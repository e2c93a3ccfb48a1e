import type {
  AnswerState,
  SurveyDraft,
  SurveyResponse,
  SurveyResult,
  SurveyState,
} from '@mortar/contract/network-survey'

/** A name-generator survey: whom people turn to, how often, what for. */
export interface Survey extends SurveyDraft {
  id: string
  sourceId: string | null
  state: SurveyState
  opensOn: string | null
  openedAt: Date | null
  closedAt: Date | null
  response: SurveyResponse | null
  result: Omit<SurveyResult, 'compared'> | null
  compared: SurveyResult['compared']
  /** How far the reader is; null when not asked. */
  mine: AnswerState | null
}

export interface Standing {
  office: boolean
  /** Answers for a unit. */
  manages: boolean
}

/** A draft is the knowledge office's alone; afterwards whoever is asked and who answers for a unit may know of it. */
export const maySee = ({ state, mine }: Survey, { office, manages }: Standing): boolean =>
  office || (state !== 'draft' && (mine !== null || manages))

export const mayEdit = ({ state }: Survey, { office }: Standing): boolean => office && state !== 'closed'
export const mayDiscard = ({ state }: Survey, { office }: Standing): boolean => office && state === 'draft'
export const mayClose = ({ state }: Survey, { office }: Standing): boolean => office && state === 'open'
export const mayRemind = mayClose
export const mayAnswer = ({ state, mine }: Survey): boolean => state === 'open' && mine !== null

/** A draft may be opened. Where it already has its day it is taken back first. */
export const mayOpen = ({ state, opensOn }: Survey, { office }: Standing): boolean =>
  office && state === 'draft' && opensOn === null

/** An opening is undone while it lies ahead, or nobody has begun. A closing is not: figures were published. */
export const mayTakeBack = ({ state, opensOn }: Survey, { office }: Standing): boolean =>
  office && (state === 'open' || (state === 'draft' && opensOn !== null))

/** How many answered is told to the office while it is open, and with the result to those who may see that. */
export const maySeeResponse = ({ state }: Survey, { office, manages }: Standing): boolean =>
  state === 'open' ? office : state === 'closed' && (office || manages)

/** What came of it: unit by unit for the office and who answers for a unit, as a whole for everybody who was asked. */
export const maySeeResult = ({ state, mine }: Survey, { office, manages }: Standing): boolean =>
  state === 'closed' && (office || manages || mine !== null)

/** From this share on a unit's figures speak for the unit. */
export const enoughShare = 0.7
export const isEnough = (answered: number, asked: number): boolean => asked > 0 && answered >= enoughShare * asked

/**
 * How many contacts in a quarter of a year an answer stands for, so that ties of a survey weigh like ties of traces:
 * more seldom than monthly, monthly, weekly, daily. Who was only named counts as the first.
 */
export const contactsOf = [1, 1, 3, 13, 60] as const

/** The most names in one answer to one question. */
export const mostNames = 60

/** The most reminders that come by themselves. */
export const mostReminders = 3
