import type { AssessmentAnswerState, AssessmentResult, AssessmentState } from '@mortar/contract/learning-assessments'

export interface Both {
  en: string
  fi: string
}

/** A needs assessment: questions on topics, asked of some people until a day. */
export interface Assessment {
  id: string
  title: Both
  purpose: Both
  state: AssessmentState
  origin: 'asked' | 'imported'
  units: string[]
  occupations: string[]
  communities: string[]
  closesOn: string | null
  closedAt: Date | null
  result: AssessmentResult | null
  /** How many questions it has. */
  questions: number
  /** How far the reader is; null when not asked. */
  mine: AssessmentAnswerState | null
}

interface Who {
  office: boolean
}

/** A draft is the learning lead's alone; afterwards whoever is asked may know of it. */
export const maySee = ({ state, mine }: Assessment, { office }: Who): boolean =>
  office || (state !== 'draft' && mine !== null)

export const mayEdit = ({ state }: Assessment, { office }: Who): boolean => office && state !== 'closed'
export const mayDiscard = ({ state }: Assessment, { office }: Who): boolean => office && state === 'draft'
export const mayOpen = mayDiscard
export const mayClose = ({ state }: Assessment, { office }: Who): boolean => office && state === 'open'
export const mayAnswer = ({ state, mine }: Assessment): boolean => state === 'open' && mine !== null

/** What came of it is for those who were asked and for the learning lead. */
export const maySeeResult = ({ state, mine }: Assessment, { office }: Who): boolean =>
  state === 'closed' && (office || mine !== null)

export const inLanguage = ({ en, fi }: Both, language: string): string => (language.startsWith('fi') ? fi : en)
