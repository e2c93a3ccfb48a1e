import type pg from 'pg'
import { copy, type Row } from './copy.ts'
import { daysAgo, id, type World } from './world.ts'

interface Written {
  community: number
  state: 'draft' | 'proposed' | 'current' | 'retired'
  by: number
  age: number
  title: string
  variantOf: number | null
}

const reason = 'It fits how we work.'

/** Practices in every state, with what people did with them. */
export async function fillPractices(client: pg.ClientBase, world: World): Promise<void> {
  const { own, speak, people, units, applications } = world
  const all = practicesOf(world)
  const wasCurrent = all.flatMap(({ state }, number) => (state === 'current' || state === 'retired' ? [number] : []))

  await copy(
    client,
    'practice',
    'id, community_id, kind, state, title, steward_id, variant_of, variant_context, made_by, made_at, changed_at, current_at, verified_at, review_at, validated_at, retired_at, retired_reason',
    (function* (): Generator<Row> {
      for (const [n, { community, state, by, age, title, variantOf }] of all.entries()) {
        const current = state === 'current' || state === 'retired'
        const verified = current && own.holds(0.6) ? own.below(300) : null
        const retired = state === 'retired'
        yield [
          id('practice', n),
          id('community', community),
          n % 6 === 5 ? 'routine' : own.pick(['method', 'tool', 'document', 'story', 'case']),
          state,
          title,
          id('person', by),
          variantOf === null ? null : id('practice', variantOf),
          variantOf === null ? null : 'Another place',
          id('person', by),
          daysAgo(age + 20),
          daysAgo(age),
          current ? daysAgo(age) : null,
          verified === null ? null : daysAgo(verified),
          current ? daysAgo((verified ?? age) - 180) : null,
          current && own.holds(0.4) ? daysAgo(age) : null,
          retired ? daysAgo(1) : null,
          retired ? reason : null,
        ]
      }
    })(),
  )
  await copy(
    client,
    'practice_revision',
    'practice_id, revision, title, problem, works_when, works_not, how, steps, html, by_id, at',
    (function* (): Generator<Row> {
      for (const [n, { title, by, age }] of all.entries()) {
        const text = {
          problem: speak.text(2),
          worksWhen: speak.text(2),
          worksNot: speak.text(1),
          how: speak.text(4 + own.below(10)),
        }
        const html = {
          ...Object.fromEntries(Object.entries(text).map(([part, words]) => [part, `<p>${words}</p>`])),
          sources: '',
        }
        const steps = n % 6 === 5 ? Array.from({ length: 5 }, () => ({ role: speak.word(), what: speak.text(1) })) : []
        yield [
          id('practice', n),
          1,
          title,
          text.problem,
          text.worksWhen,
          text.worksNot,
          text.how,
          JSON.stringify(steps),
          JSON.stringify(html),
          id('person', by),
          daysAgo(age),
        ]
      }
    })(),
  )
  await copy(
    client,
    'practice_move',
    'practice_id, state, by_id, at',
    all.flatMap(({ state, by, age }, n): Row[] => [
      [id('practice', n), 'draft', id('person', by), daysAgo(age + 20)],
      ...(state === 'draft' ? [] : [[id('practice', n), state, id('person', by), daysAgo(age)]]),
    ]),
  )
  await copy(
    client,
    'practice_topic',
    'practice_id, topic_id',
    all.map(({ community }, n) => [
      id('practice', n),
      id('topic', community * world.topicsEach + own.below(world.topicsEach)),
    ]),
  )
  await copy(
    client,
    'application',
    'practice_id, revision, person_id, unit_id, outcome, changed, different, at',
    (function* (): Generator<Row> {
      for (let n = 0; n < applications; n++)
        yield [
          id('practice', wasCurrent[own.skewed(wasCurrent.length)]!),
          1,
          id('person', own.below(people)),
          id('unit', own.below(units)),
          own.pick(['worked', 'worked', 'worked', 'partly', 'failed']),
          speak.text(1),
          own.holds(0.4) ? speak.text(1) : '',
          daysAgo(own.below(900)),
        ]
    })(),
  )
  await copy(
    client,
    'adoption',
    'practice_id, unit_id, state, reason, by_id, at',
    (function* (): Generator<Row> {
      for (const practice of wasCurrent)
        for (const unit of new Set(Array.from({ length: own.below(5) }, () => own.skewed(units))))
          yield [
            id('practice', practice),
            id('unit', unit),
            own.pick(['adopted', 'adopted', 'trying', 'declined', 'dropped']),
            reason,
            id('person', unit),
            daysAgo(own.below(700)),
          ]
    })(),
  )
  await copy(
    client,
    'activity',
    'at, actor_id, verb, subject_kind, subject_id, community_ids',
    wasCurrent.map((n) => [
      daysAgo(all[n]!.age),
      id('person', all[n]!.by),
      'practice.current',
      'practice',
      id('practice', n),
      [id('community', all[n]!.community)],
    ]),
  )
}

const practicesOf = ({ own, speak, practices, communities, people }: World): Written[] =>
  Array.from({ length: practices }, (_, number) => ({
    community: own.skewed(communities),
    state: own.pick(['draft', 'proposed', 'retired', ...Array<'current'>(12).fill('current')] as const),
    by: own.below(people),
    age: 2 + own.below(900),
    title: speak.title(),
    variantOf: number > 10 && own.holds(0.1) ? own.below(number) : null,
  }))
