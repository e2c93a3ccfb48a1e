import type { Community, Inquiry } from './format.ts'
import { practiceStates } from './format-practice.ts'
import type { Practice } from './format-practice.ts'
import { type Example, slugOf } from './example.ts'

interface Act {
  by: string
  at: string
}

/** What happened happened in this order: nobody answers before the question, and nobody acts after having left. */
export function orderProblems(example: Example): string[] {
  return [
    ...[...example.communities].flatMap(([slug, one]) =>
      storyProblems(`communities/${slug}.json`, one, example, communityOrder(one)),
    ),
    ...[...example.inquiries].flatMap(([slug, one]) =>
      storyProblems(`inquiries/${example.standsIn.get(slug)}/${slug}.json`, one, example, [
        ...inquiryOrder(one),
        ...rightsOf(one, example),
      ]),
    ),
    ...[...example.practices].flatMap(([slug, one]) =>
      storyProblems(`practices/${slug}.json`, one, example, practiceOrder(one, example)),
    ),
    ...Object.entries(example.sensing).flatMap(([name, all]: [string, object[]]) =>
      all.flatMap((one) => storyProblems(`sensing/${name}`, one, example, [])),
    ),
    ...storyProblems('learning.json', example.learning, example, []),
    ...storyProblems('pairing.json', example.pairing, example, []),
    ...storyProblems('visitor.json', example.visitor, example, []),
  ]
}

function storyProblems(file: string, story: object, example: Example, problems: string[]): string[] {
  const end = `${example.organization.asOf}T23:59`
  const acts = actsIn(story)
  const late = acts.filter((act) => act.at > end).map((act) => `${act.at} is after the end of the story`)
  const gone = acts
    .filter((act) => !worksHere(example, act.by, act.at))
    .map((act) => `${act.by} does not work here at ${act.at}`)
  return [...late, ...gone, ...nestedOrder(story, ''), ...problems].map((problem) => `${file}: ${problem}`)
}

/** Everything inside an act comes after it. */
function nestedOrder(value: unknown, since: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const at = 'at' in value && typeof value.at === 'string' ? value.at : since
  const early = at < since ? [`${at} comes before ${since}`] : []
  return [...early, ...Object.values(value).flatMap((inner) => nestedOrder(inner, at))]
}

function actsIn(value: unknown): Act[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(actsIn)
  return 'by' in value && 'at' in value ? [{ by: String(value.by), at: String(value.at) }, ...inner] : inner
}

export function worksHere({ people, positions }: Example, slug: string, at: string): boolean {
  const person = people.find((one) => slugOf(one) === slug)
  const day = at.slice(0, 10)
  const held = positions.filter((one) => one.person_id === person?.id)
  return [...held, ...(person ? [person] : [])].some((one) => one.from <= day && (one.to === '' || one.to >= day))
}

function communityOrder(community: Community): string[] {
  const begun = community.created.at
  const memberships = community.members.flatMap((one) => [
    ...inOrder([begun, one.joinedAt, one.leftAt], `${one.person} joins and leaves`),
    ...one.roles.flatMap((role) =>
      inOrder([one.joinedAt, role.from, role.to, one.leftAt], `${one.person} as ${role.role}`),
    ),
  ])
  return [
    ...memberships,
    ...ascending(community.stages, 'stages'),
    ...ascending(community.charter, 'charter'),
    ...[...community.stages, ...community.charter].flatMap((one) => inOrder([begun, one.at], 'after its beginning')),
  ]
}

function inquiryOrder(inquiry: Inquiry): string[] {
  const helped = inquiry.resolutions.flatMap((one) => {
    const contributions = 'helped' in one ? inquiry.contributions.filter((it) => one.helped.includes(it.slug)) : []
    return contributions.flatMap((it) => inOrder([it.at, one.at], `${it.slug} helped`))
  })
  const turns = [...inquiry.resolutions, ...inquiry.reopened].map((one) => one.at).toSorted()
  const resolved =
    turns.length > 0 &&
    turns.at(-1) !==
      inquiry.reopened
        .map((one) => one.at)
        .toSorted()
        .at(-1)
  const state = inquiry.withdrawn ? 'withdrawn' : resolved ? 'resolved' : 'open'
  const first = inquiry.resolutions.map((one) => one.at).toSorted()[0]
  return [
    ...helped,
    ...inquiry.reopened.flatMap((one) => inOrder([first ?? '9999', one.at], 'reopened')),
    ...(state === inquiry.state ? [] : [`its state is "${inquiry.state}", its story ends "${state}"`]),
  ]
}

/** Who contributes may read it: one of its communities is open, or they are a member by then. */
function rightsOf(inquiry: Inquiry, example: Example): string[] {
  const communities = [...inquiry.communities, ...inquiry.moved.map((one) => one.to)].map((slug) =>
    example.communities.get(slug),
  )
  const alone = communities.length > 1 && communities.some((one) => one?.visibility === 'private')
  const strangers = actsIn(inquiry).filter(({ by, at }) => !communities.some((one) => one && mayRead(one, by, at)))
  return [
    ...(alone ? ['an inquiry of a private community stands alone'] : []),
    ...strangers.map((act) => `${act.by} may not read this at ${act.at}`),
    ...communities.flatMap((one) => (one ? inOrder([one.created.at, inquiry.at], `asked of ${one.short}`) : [])),
  ]
}

const mayRead = (community: Community, person: string, at: string) =>
  community.visibility === 'open' ||
  community.members.some(
    (one) => one.person === person && one.joinedAt <= at && (one.leftAt === undefined || one.leftAt >= at),
  )

function practiceOrder(practice: Practice, example: Example): string[] {
  const begun = practice.revisions[0]?.at
  const stateAt = (state: string) => practice.states.find((one) => one.state === state)?.at ?? '9999'
  const source = practice.origin && example.inquiries.get(practice.origin.inquiry)
  const sources = source?.contributions.filter((one) => practice.origin?.contributions.includes(one.slug)) ?? []
  const later = [
    ...practice.applications,
    ...practice.changes,
    ...practice.proposals,
    ...practice.adoptions,
    ...practice.runs,
  ]
  return [
    ...sources.flatMap((one) => inOrder([one.at, begun], `distilled from ${one.slug}`)),
    ...later.flatMap((one) => inOrder([begun, one.at], 'after the first revision')),
    ...practice.verifications.flatMap((one) => inOrder([stateAt('current'), one.at], 'verified')),
    ...evidenceOrder(practice),
    ...runOrder(practice),
    ...ascending(practice.revisions, 'revisions'),
    ...Object.values(Object.groupBy(practice.adoptions, (one) => one.unit)).flatMap((one = []) =>
      ascending(one, 'adoptions'),
    ),
    ...ascending(practice.states, 'states'),
    ...(practice.states.every((one, index) => one.state === practiceStates[index]) ? [] : ['its states skip one']),
  ]
}

function evidenceOrder(practice: Practice): string[] {
  return practice.validations.flatMap((validation) => {
    const evidence = practice.applications.filter((one) => validation.evidence.includes(one.slug))
    return evidence.flatMap((one) => inOrder([one.at, validation.at], `validated by ${one.slug}`))
  })
}

function runOrder(practice: Practice): string[] {
  return practice.runs.flatMap((run) => {
    const decided = practice.adoptions.find((one) => one.unit === run.unit && ['trying', 'adopted'].includes(one.state))
    return [
      ...inOrder([decided?.at ?? '9999', run.at], `${run.slug} in ${run.unit} after its decision`),
      ...ascending(run.ticks, `ticks of ${run.slug}`),
      ...inOrder([run.ticks.at(-1)?.at, run.end?.at], `end of ${run.slug}`),
    ]
  })
}

const ascending = (acts: Act[], what: string) =>
  inOrder(
    acts.map((act) => act.at),
    what,
  )

function inOrder(times: (string | undefined)[], what: string): string[] {
  const known = times.filter((time) => time !== undefined)
  return known.some((time, index) => time < (known[index - 1] ?? ''))
    ? [`${what}: ${known.join(', ')} are not in order`]
    : []
}
