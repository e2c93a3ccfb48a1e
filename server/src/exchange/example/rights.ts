import type { Community } from './format.ts'
import type { Practice } from './format-practice.ts'
import type { Example } from './example.ts'
import { slugOf } from './example.ts'

/** Who acted was allowed to: nobody is appointed, stewards keep practices, and units decide for themselves. */
export function rightsProblems(example: Example): string[] {
  return [
    ...[...example.communities].flatMap(([slug, one]) => invitedProblems(`communities/${slug}.json`, one)),
    ...[...example.practices].flatMap(([slug, one]) => [
      ...stewardProblems(`practices/${slug}.json`, one, example),
      ...decisionProblems(`practices/${slug}.json`, one, example),
    ]),
    ...visitorProblems(example),
  ]
}

/** A visitor joins what is open, and is invited, asked and sent practices by who may do that. */
function visitorProblems({ visitor, communities, inquiries, practices }: Example): string[] {
  const keeps = (slug: string, person: string, roles: string[]) =>
    communities
      .get(slug)
      ?.members.some((one) => one.person === person && one.roles.some(({ role }) => roles.includes(role)))
  return [
    ...visitor.joins.filter((one) => communities.get(one.community)?.visibility !== 'open').map((one) => one.community),
    ...visitor.invitations.filter((one) => !keeps(one.community, one.by, ['facilitator'])).map((one) => one.by),
    ...visitor.asked
      .filter((one) => {
        const inquiry = inquiries.get(one.inquiry)
        const facilitates = inquiry?.communities.some((slug) => keeps(slug, one.by, ['facilitator']))
        return inquiry?.state !== 'open' || inquiry.asked.length > 2 || (inquiry.by !== one.by && !facilitates)
      })
      .map((one) => one.inquiry),
    ...visitor.proposals
      .filter((one) => {
        const practice = practices.get(one.practice)
        const decided = practice?.adoptions.some(({ unit }) => unit === visitor.unit)
        return (
          practice?.states.at(-1)?.state !== 'current' || decided || !keeps(practice.community, one.by, ['steward'])
        )
      })
      .map((one) => one.practice),
  ].map((what) => `visitor.json: "${what}" is not as the rights allow`)
}

/** Who accepted had been invited, or had asked; a private community is entered in no other way. */
function invitedProblems(file: string, community: Community): string[] {
  const answered = [
    ...community.requests.filter((one) => one.state === 'accepted').map((one) => one.by),
    ...community.invitations.flatMap((one) => one.replies.filter((reply) => reply.accepted).map((reply) => reply.by)),
  ]
  const uninvited = community.members.filter((one) => one.byAct === 'accepted' && !answered.includes(one.person))
  const intruders = community.members.filter((one) => one.byAct === 'joined' && community.visibility === 'private')
  return [
    ...uninvited.map((one) => `${file}: ${one.person} accepted, but nobody invited them`),
    ...intruders.map((one) => `${file}: ${one.person} joined a private community without invitation`),
  ]
}

function stewardProblems(file: string, practice: Practice, example: Example): string[] {
  const keepers =
    example.communities
      .get(practice.community)
      ?.members.filter((one) => one.roles.some((role) => ['steward', 'facilitator'].includes(role.role))) ?? []
  const steward = keepers.find((one) => one.person === practice.steward)
  const acts = [...practice.validations, ...practice.verifications, ...practice.proposals]
  const strangers = acts.filter((act) => !keepers.some((one) => one.person === act.by))
  return [
    ...(steward?.roles.some((role) => role.role === 'steward')
      ? []
      : [`${file}: ${practice.steward} is no steward in ${practice.community}`]),
    ...strangers.map((act) => `${file}: ${act.by} neither keeps nor facilitates in ${practice.community} (${act.at})`),
  ]
}

function decisionProblems(file: string, practice: Practice, { units, people, organization }: Example): string[] {
  const decides = (unit: string, person: string) =>
    units.some(
      (one) => one.id === unit && people.some((it) => it.email === one.manager_email && slugOf(it) === person),
    ) || organization.delegates.some((one) => one.unit === unit && one.person === person)
  return practice.adoptions
    .filter((one) => !decides(one.unit, one.by))
    .map((one) => `${file}: ${one.by} does not decide for ${one.unit} (${one.at})`)
}
