import type { Example } from './example.ts'
import { slugOf } from './example.ts'
import type { Escalation, Signal } from './format-sensing.ts'

/** Who acted may: offices make aims, facilitators escalate, managers answer, members say what a signal means. */
export function sensingProblems(example: Example): string[] {
  const { imperatives, escalations, signals } = example.sensing
  return [
    ...imperatives.flatMap((one) => imperativeProblems(one, example).map((what) => `${one.slug}: ${what}`)),
    ...escalations.flatMap((one) => escalationProblems(one, example).map((what) => `${one.slug}: ${what}`)),
    ...signals.flatMap((one) => signalProblems(one, example).map((what) => `${one.slug}: ${what}`)),
    ...feedProblems(example),
  ].map((problem) => `sensing/${problem}`)
}

const memberAt = ({ communities }: Example, community: string, person: string, at: string) =>
  communities
    .get(community)
    ?.members.find(
      (one) => one.person === person && one.joinedAt <= at && (one.leftAt === undefined || one.leftAt >= at),
    )

const holdsAt = (example: Example, community: string, person: string, at: string, roles: string[]) =>
  memberAt(example, community, person, at)?.roles.some(
    ({ role, from, to }) => roles.includes(role) && from <= at && (to === undefined || to >= at),
  ) ?? false

type Imperative = Example['sensing']['imperatives'][number]

function imperativeProblems({ by, services, ended }: Imperative, example: Example): string[] {
  const office = (person: string) => example.organization.knowledgeOffice.includes(person)
  return [
    ...[by, ...(ended ? [ended.by] : [])].filter((person) => !office(person)).map((one) => `${one} is not the office`),
    ...services
      .filter((one) => {
        const community = one.community ?? example.practices.get(one.practice!)?.community
        const roles = one.community ? ['facilitator'] : ['facilitator', 'steward']
        return !community || !holdsAt(example, community, one.by, one.at, roles)
      })
      .map((one) => `${one.by} does not speak for ${one.community ?? one.practice}`),
  ]
}

function escalationProblems(escalation: Escalation, example: Example): string[] {
  const { community, by, at, moves, inquiry } = escalation
  const problems: string[] = []
  let { manager, unit } = escalation
  let delegate: string | undefined
  for (const move of moves) {
    const ofCommunity = move.act === 'withdraw' || move.act === 'finish' || move.act === 'reopen'
    const may =
      move.by === undefined ||
      move.by === manager ||
      move.by === delegate ||
      (ofCommunity && holdsAt(example, community, move.by, move.at, ['facilitator']))
    if (!may) problems.push(`${move.by} may not ${move.act}`)
    if (move.act === 'hand_on') ({ manager, unit } = { manager: move.to!, unit: move.unit! })
    if (move.act === 'delegate') delegate = move.to
  }
  const answersFor = example.units.some(
    (one) => one.id === unit && example.people.some((it) => it.email === one.manager_email && slugOf(it) === manager),
  )
  const times = [at, ...moves.map((move) => move.at)]
  return [
    ...problems,
    ...(answersFor ? [] : [`${manager} does not answer for ${unit}`]),
    ...(holdsAt(example, community, by, at, ['facilitator']) ? [] : [`${by} does not facilitate ${community}`]),
    ...(times.every((time, n) => time >= (times[n - 1] ?? '')) ? [] : ['its moves are not in order']),
    ...(inquiry && !example.inquiries.get(inquiry)?.communities.includes(community)
      ? ['its inquiry is elsewhere']
      : []),
  ]
}

function signalProblems({ community, at, by, triage, feed, from }: Signal, { sensing, ...rest }: Example): string[] {
  const example = { sensing, ...rest }
  const tellers = community && by ? [{ by, at }] : []
  const strangers = [...tellers, ...triage].filter((one) => !community || !memberAt(example, community, one.by, one.at))
  const found = sensing.feeds.find(({ slug }) => slug === feed)
  const source = sensing.signals.find(({ slug }) => slug === from)
  return [
    ...strangers.map((one) => `${one.by} is not in ${community} at ${one.at}`),
    ...(feed && (found?.community !== community || found.at > at) ? [`${feed} does not bring it`] : []),
    ...(from && (source?.community !== null || source.at > at) ? [`${from} is not for all`] : []),
    ...triage
      .filter((one) => one.escalation && !sensing.escalations.some(({ slug }) => slug === one.escalation))
      .map((one) => `no escalation ${one.escalation}`),
    ...(triage.every((one, n) => one.at >= (triage[n - 1]?.at ?? at)) ? [] : ['its triage is not in order']),
  ]
}

const feedProblems = (example: Example): string[] =>
  example.sensing.feeds
    .filter(({ community, by, at }) =>
      community === null
        ? !example.organization.knowledgeOffice.includes(by)
        : !holdsAt(example, community, by, at, ['facilitator']),
    )
    .map(({ slug, by }) => `${slug}: ${by} does not choose feeds there`)
