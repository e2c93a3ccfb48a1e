import type { UnitLink } from '@mortar/contract/common'
import type { AssessmentResult } from '@mortar/contract/learning-assessments'
import { enough, mayDiffer, rounded, safeParts, shownCount } from '#platform/few.ts'
import type { Counted } from './queries/assessments.ts'

interface Place {
  topics: readonly { id: string; name: string }[]
  /** The department of each unit. */
  departmentOf: ReadonlyMap<string, string>
  unit: (id: string) => UnitLink | undefined
  asked: number
}

/** A count as it is told: in fives where the whole beside it is known and one or a few would be left. */
const tellerOf =
  (exact: boolean) =>
  (people: number): number | null =>
    exact ? people : enough(people) ? 5 * Math.floor(people / 5) : null

/**
 * What may be told of answers: five people behind each figure and behind each difference of two. Of those who handed in a
 * topic parts them into those it does not concern, those with nothing, with little and with more missing.
 */
export function resultOf(rows: readonly Counted[], { topics, departmentOf, unit, asked }: Place): AssessmentResult {
  const answered = new Set(rows.map(({ personId }) => personId)).size
  const whole = mayDiffer(asked - answered)
  const byTopic = Map.groupBy(rows, ({ topicId }) => topicId)
  return {
    asked: shownCount(asked),
    answered: enough(answered) ? tellerOf(whole)(answered) : null,
    topics: topics.map((topic) => {
      const concerned = (byTopic.get(topic.id) ?? []).filter((row): row is Concerned => row.gap !== null)
      const tell = tellerOf(whole && mayDiffer(answered - concerned.length))
      if (!enough(concerned.length)) return { topic, ...nothing }
      return { topic, ...countsOf(concerned, tell), units: unitsOf(concerned, { departmentOf, unit }, tell) }
    }),
  }
}

type Concerned = Counted & { gap: number }
type Tell = ReturnType<typeof tellerOf>

const nothing = { concerned: null, lacking: null, most: null, mean: null, units: [] }

function countsOf(concerned: readonly Concerned[], tell: Tell) {
  const lacking = concerned.filter(({ gap }) => gap >= 1).length
  const most = concerned.filter(({ gap }) => gap >= 2).length
  const sizes = { none: concerned.length - lacking, little: lacking - most, most }
  const parts = safeParts(Object.entries(sizes))
  const tells = (name: keyof typeof sizes) => sizes[name] === 0 || parts.has(name)
  return {
    concerned: tell(concerned.length),
    // Of two parts that are told together with the whole the third is known.
    lacking: tells('none') || (tells('little') && tells('most')) ? tell(lacking) : null,
    most: tells('most') ? tell(most) : null,
    mean: meanOf(concerned),
  }
}

/** By departments where each that is told, and all that are not together, have five people or more. */
function unitsOf(
  concerned: readonly Concerned[],
  { departmentOf, unit }: Pick<Place, 'departmentOf' | 'unit'>,
  tell: Tell,
) {
  const groups = Map.groupBy(concerned, ({ unitId }) => (unitId ? (departmentOf.get(unitId) ?? null) : null))
  const told = safeParts([...groups].map(([id, rows]) => [id, rows.length] as const))
  return [...told.keys()]
    .flatMap((id) => {
      const [link, rows] = [id && unit(id), groups.get(id)!]
      return link ? [{ unit: link, concerned: tell(rows.length) ?? rows.length, mean: meanOf(rows) }] : []
    })
    .sort((one, other) => one.unit.name.localeCompare(other.unit.name))
}

const meanOf = (rows: readonly Concerned[]): number =>
  rounded(rows.reduce((sum, { gap }) => sum + gap, 0) / rows.length)
