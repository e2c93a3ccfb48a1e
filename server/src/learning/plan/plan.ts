import type { FlowFigures, FlowReach, FlowRules, FlowSend } from '@mortar/contract/learning-plans'
import { about, enough, mayDiffer, rounded } from '#platform/few.ts'
import { sentToGroups } from '../flow/baselines.ts'
import { wantingOf } from '../flow/choices.ts'
import { crossingsOf } from '../flow/crossing.ts'
import { deliveriesOf, type Figures, figuresOf } from '../flow/figures.ts'
import type { Proposal } from '../flow/plan.ts'
import { regionsOf, several } from '../flow/regions.ts'
import { type Ground, numbered } from './ground.ts'

/** A send as it is kept, with what may be shown of whom it reaches. */
export interface StoredSend extends FlowSend {
  reach: FlowReach | null
  people: number | null
  relevant: number | null
}

/** As they are shown; communities by id, since their names change. */
export interface StoredFigures extends Omit<FlowFigures, 'crossings'> {
  crossings: { from: string; to: string | null; topics: string[]; people: number }[]
}

export const idOf = ({ item, topic, community, month }: FlowSend): FlowSend => ({ item, topic, community, month })

/** What each send reaches today. */
export function storedSends(ground: Ground, sends: readonly FlowSend[]): StoredSend[] {
  const { world } = ground
  const regions = new Map(regionsOf(world).regions.map((region) => [`${region.topic} ${region.community}`, region]))
  const wanting = wantingOf(world)
  const known = new Map(numbered(ground, sends).map(({ send, at }) => [at, send]))
  return sends.map((send, at) => {
    const one = known.get(at)
    const region = one && regions.get(`${one.topic} ${one.community}`)
    if (!one || !region) return { ...idOf(send), reach: null, people: null, relevant: null }
    const wants = wanting(one.item)
    const people = region.people.length
    const relevant = region.people.reduce((sum, person) => sum + (wants(person) ? 1 : 0), 0)
    const told = enough(relevant) && mayDiffer(people - relevant)
    return { ...idOf(send), reach: region.reach, people, relevant: told ? relevant : null }
  })
}

const share = (value: number) => Math.min(1, Math.max(0, rounded(value)))
const shareOrNull = (value: number | null) => (value === null ? null : share(value))
const beside = ({ precision, superfluous, load }: Figures) => ({
  precision: shareOrNull(precision),
  superfluous: shareOrNull(superfluous),
  load: rounded(load),
})

/** What sends amount to, as it may be shown. `proposal` tells of the gap, where they come from one. */
export function storedFigures(
  ground: Ground,
  rules: FlowRules,
  sends: readonly FlowSend[],
  proposal?: Pick<Proposal, 'gap' | 'how'>,
): StoredFigures {
  const { world, communities, topics, departments } = ground
  const byNumber = numbered(ground, sends).map(({ send }) => send)
  const figures = figuresOf(world, deliveriesOf(world, byNumber), rules.months)
  const everybody = Int32Array.from({ length: world.people }, (_, person) => person)
  const against = (groups: readonly Int32Array[]) =>
    beside(
      sentToGroups(
        world,
        groups.filter(({ length }) => length > 0),
        figures.reach,
        rules.months,
      ),
    )
  return {
    reach: share(figures.reach),
    ...beside(figures),
    withinLimit: figures.mostLoad <= rules.minutesPerMonth,
    people: figures.people === 0 ? 0 : about(figures.people),
    byDepartment: against(departments),
    toEverybody: against([everybody]),
    gap: proposal ? rounded(proposal.gap) : null,
    how: proposal?.how ?? null,
    outside: figures.told === 0 ? 0 : share(regionsOf(world).outside / figures.told),
    crossings: crossingsOf(world, byNumber)
      .filter(({ people }) => enough(people))
      .slice(0, 50)
      .map(({ from, to, topics: of, people }) => ({
        from: communities[from]!.id,
        to: to === several ? null : communities[to]!.id,
        topics: of.map((topic) => topics[topic]!.name),
        people,
      })),
  }
}
