import type pg from 'pg'
import { copy, type Row } from './copy.ts'
import { daysAgo, id, visibilityOf, type World } from './world.ts'

interface Asked {
  communities: number[]
  by: number
  at: Date
  last: Date
  state: 'open' | 'resolved' | 'withdrawn'
  thread: number
}

interface Said {
  inquiry: number
  kind: 'answer' | 'experience' | 'question' | 'challenge' | 'reply'
  parent: number | null
  by: number
  at: Date
  helped: boolean
}

const minute = 60_000

/** Inquiries with their threads: most short, a few long. */
export async function fillInquiries(client: pg.ClientBase, world: World): Promise<void> {
  const { own, speak, people, topicsEach } = world
  const asked = inquiriesOf(world)
  const said = threadsOf(world, asked)
  const every = asked.map((inquiry, number) => ({ ...inquiry, number }))

  await copy(
    client,
    'inquiry',
    'id, title, body, html, asked_by, asked_at, problem_kind, state, resolved_at, withdrawn_at, last_at, answers',
    (function* (): Generator<Row> {
      const answers = new Int32Array(asked.length)
      for (const { inquiry, kind } of said) if (kind === 'answer' || kind === 'experience') answers[inquiry]!++
      for (const { number, by, at, last, state } of every) {
        const body = speak.text(2 + own.below(6))
        yield [
          id('inquiry', number),
          speak.title(),
          body,
          `<p>${body}</p>`,
          id('person', by),
          at,
          own.holds(0.3) ? `kind ${own.below(40)}` : null,
          state,
          state === 'resolved' ? last : null,
          state === 'withdrawn' ? last : null,
          last,
          answers[number]!,
        ]
      }
    })(),
  )
  await copy(
    client,
    'inquiry_community',
    'inquiry_id, community_id, since, last_at',
    every.flatMap(({ number, communities, at, last }) =>
      communities.map((community) => [id('inquiry', number), id('community', community), at, last]),
    ),
  )
  // No trigger runs while a database is filled.
  await client.query(
    `update inquiry_community held set unanswered_since = unanswered_since(inquiry)
     from inquiry where inquiry.id = held.inquiry_id and unanswered_since(inquiry) is not null`,
  )
  await copy(
    client,
    'inquiry_topic',
    'inquiry_id, topic_id',
    every.map(({ number, communities }) => [
      id('inquiry', number),
      id('topic', communities[0]! * topicsEach + own.below(topicsEach)),
    ]),
  )
  await copy(
    client,
    'contribution',
    'id, inquiry_id, parent_id, kind, outcome, body, html, by_id, at, helped_by, helped_at',
    (function* (): Generator<Row> {
      for (const [number, { inquiry, kind, parent, by, at, helped }] of said.entries()) {
        const body = speak.text(kind === 'reply' ? 1 : 1 + own.below(5))
        const outcome = kind === 'experience' ? own.pick(['worked', 'worked', 'partly', 'failed']) : null
        yield [
          id('contribution', number),
          id('inquiry', inquiry),
          parent === null ? null : id('contribution', parent),
          kind,
          outcome,
          body,
          `<p>${body}</p>`,
          id('person', by),
          at,
          helped ? id('person', asked[inquiry]!.by) : null,
          helped ? at : null,
        ]
      }
    })(),
  )
  await copy(
    client,
    'resolution',
    'inquiry_id, by_id, at',
    every
      .filter(({ state }) => state === 'resolved')
      .map(({ number, by, last }) => [id('inquiry', number), id('person', by), last]),
  )
  await copy(
    client,
    'me_too',
    'inquiry_id, person_id',
    every.filter(() => own.holds(0.4)).map(({ number }) => [id('inquiry', number), id('person', own.below(people))]),
  )
  await copy(
    client,
    'thanks',
    'contribution_id, person_id, reason',
    said.flatMap((_, number) =>
      own.holds(0.2) ? [[id('contribution', number), id('person', own.below(people)), 'It helped.']] : [],
    ),
  )
  await fillNews(client, asked, said)
}

function inquiriesOf({ own, inquiries, communities, people, contributions }: World): Asked[] {
  const mean = contributions / inquiries
  const asked = Array.from({ length: inquiries }, (_, number): Asked => {
    const at = new Date(daysAgo(1400).getTime() + (number / inquiries) * 1399 * 86_400_000)
    const community = own.skewed(communities)
    const second = own.skewed(communities)
    const both =
      own.holds(0.15) && second !== community && [community, second].every((n) => visibilityOf(n) !== 'private')
    const thread = Math.min(60, Math.floor(-mean * Math.log(1 - own.next())))
    const state = own.holds(0.02) ? 'withdrawn' : thread > 0 && own.holds(0.6) ? 'resolved' : 'open'
    return { communities: both ? [community, second] : [community], by: own.below(people), at, last: at, state, thread }
  })
  let missing = contributions - asked.reduce((sum, { thread }) => sum + thread, 0)
  while (missing !== 0) {
    const one = asked[own.below(inquiries)]!
    if (missing < 0 && one.thread < 2) continue
    one.thread += Math.sign(missing)
    missing -= Math.sign(missing)
  }
  return asked
}

function threadsOf({ own, people }: World, asked: Asked[]): Said[] {
  const said: Said[] = []
  for (const [inquiry, one] of asked.entries()) {
    const roots: number[] = []
    for (let n = 0; n < one.thread; n++) {
      one.last = new Date(one.last.getTime() + own.below(600) * minute)
      const chosen = own.pick([
        'answer',
        'answer',
        'answer',
        'experience',
        'question',
        'challenge',
        'reply',
        'reply',
      ] as const)
      const kind = chosen === 'reply' && roots.length === 0 ? 'answer' : chosen
      const parent = kind === 'reply' ? own.pick(roots) : null
      if (kind !== 'reply') roots.push(said.length)
      const helped = one.state === 'resolved' && kind === 'answer' && own.holds(0.4)
      said.push({ inquiry, kind, parent, by: own.below(people), at: one.last, helped })
    }
  }
  return said
}

const verbs = {
  answer: 'answered',
  experience: 'experience_told',
  question: 'asked_back',
  challenge: 'challenged',
  reply: 'replied',
}

/** What happened, who follows it, and what reached whom. */
async function fillNews(client: pg.ClientBase, asked: Asked[], said: Said[]): Promise<void> {
  const communities = (inquiry: number) => asked[inquiry]!.communities.map((community) => id('community', community))
  await copy(
    client,
    'activity',
    'at, actor_id, verb, subject_kind, subject_id, community_ids, person_ids',
    (function* (): Generator<Row> {
      for (const [number, { at, by }] of asked.entries())
        yield [at, id('person', by), 'inquiry.asked', 'inquiry', id('inquiry', number), communities(number), []]
      for (const { inquiry, kind, by, at } of said)
        yield [
          at,
          id('person', by),
          `inquiry.${verbs[kind]}`,
          'inquiry',
          id('inquiry', inquiry),
          communities(inquiry),
          [id('person', asked[inquiry]!.by)],
        ]
    })(),
  )
  await copy(
    client,
    'following',
    'person_id, subject_kind, subject_id, level, chosen',
    asked.map(({ by }, number) => [id('person', by), 'inquiry', id('inquiry', number), 'everything', false]),
  )
  await copy(
    client,
    'inbox_line',
    'person_id, activity_id, at, why, verb, subject_kind, subject_id, community_id, actor_id, read_at',
    (function* (): Generator<Row> {
      for (const [number, { inquiry, kind, by, at }] of said.entries())
        if (by !== asked[inquiry]!.by)
          yield [
            id('person', asked[inquiry]!.by),
            asked.length + number + 1,
            at,
            'own',
            `inquiry.${verbs[kind]}`,
            'inquiry',
            id('inquiry', inquiry),
            communities(inquiry)[0]!,
            id('person', by),
            number % 5 === 0 ? null : at,
          ]
    })(),
  )
}
