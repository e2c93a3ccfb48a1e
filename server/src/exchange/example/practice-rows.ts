import type { PracticeRows } from '#practice/index.ts'
import { wholeRevisions } from './example.ts'
import type { Practice, Revision } from './format-practice.ts'
import { lastUntil, type Telling } from './telling.ts'

export type AllPracticeRows = Required<PracticeRows>

/** One practice while it is told. */
export interface ToldPractice {
  id: string
  slug: string
  practice: Practice
  revisions: Revision[]
  /** The revision that held at a moment. */
  revisionAt(moment: string): number
  tell(verb: string, by: string | null, moment: string, said?: Said): void
}

interface Said {
  unit?: string
  people?: (string | null)[]
  detail?: Record<string, string | number | boolean | null>
}

export const noRows = (): AllPracticeRows => ({
  practice: [],
  practiceRevision: [],
  practiceMove: [],
  practiceTopic: [],
  practiceSource: [],
  changeProposal: [],
  run: [],
  runStep: [],
  application: [],
  validation: [],
  verificationAct: [],
  adoption: [],
  unitProposal: [],
})

export function toldOf({ id, at, happened }: Telling, slug: string, practice: Practice): ToldPractice {
  const own = id('practice', slug)
  const revisions = wholeRevisions(practice)
  return {
    id: own,
    slug,
    practice,
    revisions,
    revisionAt: (moment) => Math.max(1, lastUntil(revisions, moment)),
    tell(verb, by, moment, { unit, people = [], detail = {} } = {}) {
      const actor = by && id('person', by)
      happened.push({
        actor,
        verb: `practice.${verb}`,
        subject: { kind: 'practice', id: own },
        communities: [id('community', practice.community)],
        unit: unit ? id('unit', unit) : null,
        people: [...new Set(people)].filter((person) => person !== null && person !== actor) as string[],
        detail,
        at: at(moment),
      })
    },
  }
}
