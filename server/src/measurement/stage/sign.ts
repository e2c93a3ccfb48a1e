import type { Stage } from '@mortar/contract/community'

/** What the signs of a stage look at: things that members may see anyhow, and figures with five people behind them. */
export interface StageFacts {
  members: number
  /** How many members there were a year ago; null where the community is younger. */
  membersBefore: number | null
  facilitators: number
  sponsors: number
  hosts: number
  /** What the charter says. */
  purpose: boolean
  rhythm: boolean
  /** A ladder for newcomers is in use. */
  ladder: boolean
  /** Who asked within a year, and in how many units they work. */
  askers: number
  askerUnits: number
  /** Who answered in the last whole quarter. */
  answerers: number
  /** Members who did something in six of the last thirteen weeks. */
  core: number
  /** Inquiries that something helped. */
  helped: number
  /** Days since somebody asked; null where nobody ever did. */
  lastAsked: number | null
  /** Current practices: all, those with a steward who is here, and those that are validated. */
  practices: number
  stewarded: number
  validated: number
  /** Units that try or have adopted one of its practices. */
  units: number
  /** Whole quarters, the earliest first: what was asked and answered in each, with how many people behind it. */
  activity: QuarterOf[]
  /** Figures as they were published. */
  freshness: PointOf[]
  busFactor: PointOf[]
  expertLoad: PointOf[]
}

export interface PointOf {
  quarter: string
  value: number | null
}
export interface QuarterOf {
  quarter: string
  doings: number
  people: number
}

/** `few`: fewer than five people are behind it. `early`: too little of its own past. */
export type Look =
  | { state: 'seen' | 'unseen'; say: Record<string, number> }
  | { state: 'few' | 'early'; say?: undefined }

export interface SignWords {
  name: string
  formula: string
  /** What was seen, with the numbers of `say`; `yes` is 1 where it was seen. */
  sentence: string
}

export interface Sign {
  readonly id: string
  readonly stage: Stage
  /** Needed before a move out of this stage is proposed. */
  readonly leads: boolean
  readonly source: string
  readonly words: { readonly en: SignWords; readonly fi: SignWords }
  readonly kind?: 'share' | 'number'
  look(facts: StageFacts): Look
  /** Its own past, where it has one. */
  past?(facts: StageFacts): PointOf[]
}

export const seen = (is: boolean, say: Record<string, number> = {}): Look => ({ state: is ? 'seen' : 'unseen', say })

export const lifeCycle = 'Stages: Wenger, McDermott & Snyder (2002), Cultivating Communities of Practice.'
