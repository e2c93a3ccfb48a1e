import type { Example } from './example.ts'

/** Stories are told by members, linked to what is there; roles write down what was given; reports are written by roles. */
export function valueProblems(example: Example): string[] {
  const { stories, valuations, resources, reports, pulses } = example.value
  const member = (community: string, person: string, at: string) =>
    example.communities
      .get(community)
      ?.members.find(
        (one) => one.person === person && one.joinedAt <= at && (one.leftAt === undefined || one.leftAt >= at),
      )
  const holds = (community: string, person: string, at: string, roles: string[]) =>
    member(community, person, at)?.roles.some(({ role, from }) => roles.includes(role) && from <= at) ?? false
  const lead = ['facilitator', 'sponsor']
  return [
    ...stories.flatMap(({ slug, community, by, at, practice, unit, imperative }) => [
      ...(member(community, by, at) ? [] : [`${slug}: ${by} is not in ${community}`]),
      ...(practice && !example.practices.has(practice) ? [`${slug}: no practice ${practice}`] : []),
      ...(unit && !example.units.some(({ id }) => id === unit) ? [`${slug}: no unit ${unit}`] : []),
      ...(imperative && !example.sensing.imperatives.some((one) => one.slug === imperative)
        ? [`${slug}: no imperative ${imperative}`]
        : []),
    ]),
    ...valuations.filter(({ practice }) => !example.practices.has(practice)).map(({ slug }) => `${slug}: no practice`),
    ...resources
      .filter(({ community, by, to }) => !holds(community, by, `${to}T23:59`, lead))
      .map(({ community, by }) => `${by} does not give to ${community}`),
    ...reports.flatMap(({ slug, community, versions }) =>
      versions
        .filter(({ by, at }) => community && !holds(community, by, at, lead))
        .map(({ by }) => `${slug}: ${by} does not write it`),
    ),
    ...pulses
      .filter(({ community, by, opened }) => !holds(community, by, `${opened}T12:00`, ['facilitator']))
      .map(({ slug, by }) => `${slug}: ${by} does not open it`),
  ].map((problem) => `value/${problem}`)
}
