import type { Community, Inquiry } from './format.ts'
import type { Practice } from './format-practice.ts'
import { type Example, slugOf, wholeCharters, wholeRevisions } from './example.ts'

type Kind = 'person' | 'unit' | 'community' | 'inquiry' | 'practice'

/** Fields that refer, wherever they stand. */
const refersTo: Record<string, Kind> = {
  by: 'person',
  person: 'person',
  steward: 'person',
  manager: 'person',
  carrier: 'person',
  mentor: 'person',
  follows: 'person',
  bookmarks: 'person',
  knowledgeOffice: 'person',
  unit: 'unit',
  community: 'community',
  communities: 'community',
  parent: 'community',
  inquiry: 'inquiry',
  into: 'inquiry',
  practice: 'practice',
}

export function referenceProblems(example: Example): string[] {
  const known = knownSlugs(example)
  return [
    ...peopleProblems(example, known),
    ...unresolved('organization.json', example.organization, known),
    ...unresolved('people-details.json', example.details, known),
    ...unresolved('visitor.json', example.visitor, known),
    ...Object.entries(example.sensing).flatMap(([name, all]) => unresolved(`sensing/${name}`, all, known)),
    ...unresolved('learning.json', example.learning, known),
    ...unresolved('pairing.json', example.pairing, known),
    ...[...example.communities].flatMap(([slug, one]) => communityProblems(`communities/${slug}.json`, one, known)),
    ...[...example.inquiries].flatMap(([slug, one]) =>
      inquiryProblems(`inquiries/${example.standsIn.get(slug)}/${slug}.json`, slug, one, example, known),
    ),
    ...[...example.practices].flatMap(([slug, one]) => practiceProblems(`practices/${slug}.json`, one, example, known)),
  ]
}

function knownSlugs(example: Example): Record<Kind, Set<string>> {
  return {
    person: new Set(example.people.map(slugOf)),
    unit: new Set(example.units.map((unit) => unit.id)),
    community: new Set(example.communities.keys()),
    inquiry: new Set(example.inquiries.keys()),
    practice: new Set(example.practices.keys()),
  }
}

function peopleProblems({ units, people, positions }: Example, known: Record<Kind, Set<string>>): string[] {
  const addresses = new Set(people.map((person) => person.email))
  const ids = people.map((person) => person.id)
  const problem = (file: string, slug: string, what: string) => `${file}: ${slug}: ${what}`
  return [
    ...duplicates(ids).map((id) => problem('people.csv', id, 'stands there twice')),
    ...duplicates(people.map((person) => person.email)).map((email) =>
      problem('people.csv', email, 'stands there twice'),
    ),
    ...[...people, ...positions]
      .filter((row) => !known.unit.has(row.unit))
      .map((row) => problem('people.csv', row.unit, 'no such unit')),
    ...[...people, ...positions, ...units]
      .filter((row) => !addresses.has(row.manager_email))
      .map((row) => problem('people.csv', row.manager_email, 'no such manager')),
    ...positions
      .filter((row) => !ids.includes(row.person_id))
      .map((row) => problem('positions.csv', row.person_id, 'no such person')),
    ...units
      .filter((unit) => unit.parent !== '' && !known.unit.has(unit.parent))
      .map((unit) => problem('units.csv', unit.parent, 'no such unit')),
  ]
}

function communityProblems(file: string, community: Community, known: Record<Kind, Set<string>>): string[] {
  return [
    ...unresolved(file, community, known),
    ...twice(
      file,
      'member',
      community.members.map((one) => one.person),
    ),
    ...whole(file, () => wholeCharters(community)),
  ]
}

function inquiryProblems(
  file: string,
  slug: string,
  inquiry: Inquiry,
  example: Example,
  known: Record<Kind, Set<string>>,
): string[] {
  const contributions = inquiry.contributions.map((one) => one.slug)
  const helped = inquiry.resolutions.flatMap((one) => ('helped' in one ? one.helped : []))
  const home = inquiry.moved.at(-1)?.to ?? inquiry.communities[0]
  return [
    ...unresolved(file, inquiry, known),
    ...twice(file, 'contribution', contributions),
    ...twice(
      file,
      'me too',
      inquiry.meToo.map((one) => one.by),
    ),
    ...inquiry.contributions.flatMap((it) =>
      twice(
        file,
        `thanks for ${it.slug}`,
        it.thanks.map((one) => one.by),
      ),
    ),
    ...missing(file, 'contribution', helped, contributions),
    ...missing(
      file,
      'topic',
      inquiry.topics,
      topicsOf(example, [...inquiry.communities, ...inquiry.moved.map((one) => one.to)]),
    ),
    ...missing(file, 'kind of problem', [inquiry.problemKind], example.organization.problemKinds),
    ...missing(
      file,
      'community',
      inquiry.moved.flatMap((one) => [one.from, one.to]),
      [...known.community],
    ),
    ...(example.standsIn.get(slug) === home
      ? []
      : [`${file}: stands in the folder of another community than "${home}"`]),
  ]
}

function practiceProblems(
  file: string,
  practice: Practice,
  example: Example,
  known: Record<Kind, Set<string>>,
): string[] {
  const from = practice.origin && example.inquiries.get(practice.origin.inquiry)
  const steps = practice.revisions.flatMap((one) => one.steps ?? []).map((step) => step.slug)
  return [
    ...unresolved(file, practice, known),
    ...missing(
      file,
      'contribution',
      practice.origin?.contributions ?? [],
      from?.contributions.map((one) => one.slug) ?? [],
    ),
    ...missing(
      file,
      'step',
      practice.runs.flatMap((run) => run.ticks.map((tick) => tick.step)),
      steps,
    ),
    ...missing(
      file,
      'application',
      practice.validations.flatMap((one) => one.evidence),
      practice.applications.map((one) => one.slug),
    ),
    ...missing(file, 'topic', practice.topics, topicsOf(example, [practice.community])),
    ...(practice.kind === 'routine' && steps.length === 0 ? [`${file}: a routine has steps`] : []),
    ...whole(file, () => wholeRevisions(practice)),
  ]
}

function topicsOf(example: Example, communities: string[]): string[] {
  const topics = communities.flatMap((slug) => example.communities.get(slug)?.topics ?? [])
  return topics.flatMap((topic) => [topic.slug, ...topic.topics.map((one) => one.slug)])
}

function unresolved(file: string, value: unknown, known: Record<Kind, Set<string>>): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const kind = refersTo[key]
    const slugs = [inner].flat().filter((one) => typeof one === 'string')
    const here = kind ? missing(file, kind, slugs, [...known[kind]]) : []
    return [...here, ...unresolved(file, inner, known)]
  })
}

const missing = (file: string, what: string, slugs: string[], known: string[]) =>
  slugs.filter((slug) => !known.includes(slug)).map((slug) => `${file}: no ${what} "${slug}"`)

const twice = (file: string, what: string, slugs: string[]) =>
  duplicates(slugs).map((slug) => `${file}: ${what} "${slug}" stands there twice`)

const duplicates = (slugs: string[]) => slugs.filter((slug, index) => slugs.indexOf(slug) !== index)

function whole(file: string, make: () => unknown): string[] {
  try {
    make()
    return []
  } catch {
    return [`${file}: the first version does not say everything`]
  }
}
