import type { UnitLink } from '@mortar/contract/common'
import type { QuestionFigures, SurveyFigures, SurveyResponse, SurveyResult } from '@mortar/contract/network-survey'
import { enough, rounded, safeParts } from '#platform/few.ts'
import { groupsOf, inFives, inFivesOrNot, type Unit } from './groups.ts'
import type { AskedIn } from './queries/asked.ts'
import type { FlowFigure, FrequencyFigure, KindFigure, NamedFigure } from './queries/figures.ts'
import { isEnough } from './survey.ts'

/** People asked, gathered in groups of five and more. */
export interface Groups {
  /** The group of each unit. */
  of: Map<string, string | null>
  counts: Map<string | null, { asked: number; answered: number }>
}

export function gather(units: readonly Unit[], rows: readonly AskedIn[]): Groups {
  const askedIn = new Map(rows.flatMap(({ unitId, asked }) => (unitId ? [[unitId, asked] as const] : [])))
  const of = groupsOf(units, askedIn)
  const counts: Groups['counts'] = new Map()
  for (const { unitId, asked, answered } of rows) {
    const group = unitId ? (of.get(unitId) ?? null) : null
    const before = counts.get(group) ?? { asked: 0, answered: 0 }
    counts.set(group, { asked: before.asked + asked, answered: before.answered + answered })
  }
  return { of, counts }
}

const wholeOf = ({ counts }: Groups) =>
  [...counts.values()].reduce(
    (sum, { asked, answered }) => ({ asked: sum.asked + asked, answered: sum.answered + answered }),
    { asked: 0, answered: 0 },
  )

/** Below five not even whether it was enough is told: of five who were asked, that would be four who answered. */
const told = ({ asked, answered }: { asked: number; answered: number }, exactly: boolean) => ({
  asked,
  answered: inFives(answered),
  enough: enough(answered) && isEnough(exactly ? answered : inFives(answered), asked),
})

const byName = (one: { unit: UnitLink | null }, other: { unit: UnitLink | null }) =>
  (one.unit?.name ?? '').localeCompare(other.unit?.name ?? '')

/** While it is open, whether enough answered is told by what is shown as well, so that it never turns by one person. */
export function responseOf(groups: Groups, unit: (id: string) => UnitLink, exactly: boolean): SurveyResponse {
  return {
    ...told(wholeOf(groups), exactly),
    units: [...groups.counts]
      .flatMap(([id, count]) => (id ? [{ unit: unit(id), ...told(count, exactly) }] : []))
      .sort(byName),
    inNone: groups.counts.get(null)?.asked ?? 0,
  }
}

export interface Counted {
  named: readonly NamedFigure[]
  frequency: readonly FrequencyFigure[]
  kinds: readonly KindFigure[]
  flows: readonly FlowFigure[]
}

const steps = [1, 2, 3, 4] as const
export const helpKinds = ['problem_solving', 'know_how', 'decision', 'contacts', 'encouragement'] as const

/**
 * What is published of a closed survey. A group shows figures when five answered in it, and when what is left out of the
 * whole is nobody or five as well.
 */
export function resultOf(
  groups: Groups,
  questions: readonly { id: string }[],
  counted: Counted,
  unit: (id: string) => UnitLink,
): Omit<SurveyResult, 'compared'> {
  const whole = wholeOf(groups)
  const shown = safeParts([...groups.counts].map(([id, { answered }]) => [id, answered] as const))
  const figures = (id: string | null, count: { asked: number; answered: number }, isWhole: boolean): SurveyFigures => ({
    unit: id ? unit(id) : null,
    ...told(count, true),
    questions: (isWhole ? enough(count.answered) : shown.has(id))
      ? questions.map((question) => questionOf(question.id, count.answered, of(counted, { isWhole, id, question })))
      : null,
  })
  return {
    whole: figures(null, whole, true),
    units: [...groups.counts].flatMap(([id, count]) => (id ? [figures(id, count, false)] : [])).sort(byName),
    flows: counted.flows.flatMap(({ from, to, people, turnedTo }) =>
      shown.has(from) && enough(people) && enough(turnedTo)
        ? [{ from: unit(from), to: unit(to), people: inFives(people) }]
        : [],
    ),
  }
}

function of(
  { named, frequency, kinds }: Counted,
  { isWhole, id, question }: { isWhole: boolean; id: string | null; question: { id: string } },
) {
  const here = (row: NamedFigure | FrequencyFigure | KindFigure) =>
    row.question === question.id && row.whole === isWhole && (isWhole || row.group === id)
  return { named: named.find(here), frequency: frequency.filter(here), kinds: kinds.filter(here) }
}

function questionOf(
  question: string,
  answered: number,
  { named, frequency, kinds }: ReturnType<typeof of>,
): QuestionFigures {
  const names = named?.names ?? 0
  const shownSteps = safeParts(frequency.map(({ step, people }) => [step, people] as const))
  return {
    question,
    text: '',
    named: rounded(names / answered),
    outside: names > 0 ? rounded(named!.outside / names) : null,
    frequency: steps.map((step) => {
      const row = frequency.find((one) => one.step === step)
      return { step, share: row && shownSteps.has(step) ? rounded(row.names / names) : null }
    }),
    whatFor: helpKinds.map((kind) => ({
      kind,
      people: inFivesOrNot(kinds.find((one) => one.kind === kind)?.people ?? 0),
    })),
    more: inFivesOrNot(named?.more ?? 0),
  }
}
