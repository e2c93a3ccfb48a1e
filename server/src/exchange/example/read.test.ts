import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { slugOf, wholeCharters, wholeRevisions } from './example.ts'
import { communityRoles, contributionKinds, outcomes, reportDecisions, visibilities } from './format.ts'
import { adoptionStates, practiceKinds, practiceStates } from './format-practice.ts'
import type { Practice } from './format-practice.ts'
import { readExample } from './read.ts'

const folder = join(import.meta.dirname, '../../../../examples/rehabilitation-unit')
const example = readExample(folder)
const communities = [...example.communities.values()]
const inquiries = [...example.inquiries.values()]
const contributions = inquiries.flatMap((inquiry) => inquiry.contributions)
const practices = [...example.practices.values()]
const lastDay = new Date(`${example.organization.asOf}T17:00`)
const daysAgo = (at: string) => (lastDay.getTime() - new Date(at).getTime()) / 86_400_000
const stateOf = (practice: Practice) => practice.states.at(-1)?.state

describe('its people', () => {
  test('are sixty to eighty, in departments A to D, each with a manager', () => {
    expect(example.people.length).toBeGreaterThanOrEqual(60)
    expect(example.people.length).toBeLessThanOrEqual(80)
    expect(example.units.map((unit) => unit.id)).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd']))
  })

  test('have a history: some moved, one came back after a while, one left', () => {
    const pastOf = (id: string) => example.positions.filter((position) => position.person_id === id)
    const moved = example.people.filter((person) => pastOf(person.id).some((past) => past.unit !== person.unit))
    const back = example.people.filter((person) => pastOf(person.id).some((past) => gapOf(past.to, person.from) > 30))

    expect(moved.length).toBeGreaterThanOrEqual(3)
    expect(back.map(slugOf)).toEqual(['maiju.erkkila'])
    expect(example.people.filter((person) => person.to !== '').length).toBeGreaterThanOrEqual(1)
  })

  test('are reachable at example.org only', () => {
    expect(example.people.filter((person) => !person.email.endsWith('@example.org'))).toEqual([])
  })

  test('say what they do; some accept being asked and some do not', () => {
    expect(new Set(example.details.map((person) => person.acceptsQuestions))).toEqual(new Set([true, false]))
    expect(example.details.filter((person) => person.experience.length > 0).length).toBeGreaterThanOrEqual(50)
  })
})

describe('its communities', () => {
  test('are six, of every visibility', () => {
    expect(communities.map((one) => one.short).toSorted()).toEqual(['MAN', 'PHY', 'PSOS', 'PSY', 'SEC', 'SOC'])
    expect(new Set(communities.map((one) => one.visibility))).toEqual(new Set(visibilities))
    expect(communities.some((one) => one.parent)).toBe(true)
  })

  test('have two facilitators each, but for one that needs a facilitator', () => {
    const facilitators = communities.map(
      (one) => one.members.filter((it) => it.roles.some((role) => role.role === 'facilitator' && !role.to)).length,
    )

    expect(facilitators.toSorted()).toEqual([0, 2, 2, 2, 2, 2])
  })

  test('know every role', () => {
    const held = communities.flatMap((one) => one.members.flatMap((it) => it.roles.map((role) => role.role)))
    expect(new Set(held)).toEqual(new Set(communityRoles))
  })

  test('have been entered in every way and left, and wait for answers', () => {
    const invitations = communities.flatMap((one) => one.invitations)
    const memberships = communities.flatMap((one) => one.members)

    expect(new Set(memberships.map((one) => one.byAct))).toEqual(new Set(['founded', 'joined', 'accepted']))
    expect(memberships.some((one) => one.leftAt)).toBe(true)
    expect(new Set(communities.flatMap((one) => one.requests.map((it) => it.state)))).toEqual(
      new Set(['waiting', 'accepted', 'refused']),
    )
    expect(new Set(invitations.flatMap((one) => Object.keys(one.to)))).toEqual(
      new Set(['person', 'unit', 'occupation']),
    )
    expect(invitations.some((one) => one.replies.length === 0)).toBe(true)
    expect(invitations.some((one) => one.replies.some((reply) => !reply.accepted))).toBe(true)
  })

  test('have charters in versions, each whole by what came before, and topics with topics', () => {
    const charters = communities.map(wholeCharters)

    expect(Math.max(...charters.map((one) => one.length))).toBeGreaterThanOrEqual(3)
    expect(charters.flat().filter((charter) => charter.domain === '' || charter.rhythm === '')).toEqual([])
    expect(communities.every((one) => one.topics.some((topic) => topic.topics.length > 0))).toBe(true)
  })
})

describe('its inquiries', () => {
  test('are sixty to ninety in some eighteen months, in every community', () => {
    const months =
      (Math.max(...inquiries.map((one) => daysAgo(one.at))) - Math.min(...inquiries.map((one) => daysAgo(one.at)))) /
      30.4

    expect(inquiries.length).toBeGreaterThanOrEqual(60)
    expect(inquiries.length).toBeLessThanOrEqual(90)
    expect(months).toBeGreaterThan(17)
    expect(new Set(example.standsIn.values())).toEqual(new Set(example.communities.keys()))
    expect(new Set(inquiries.map((one) => one.communities.length))).toEqual(new Set([1, 2, 3]))
  })

  test('are open, resolved and withdrawn, reopened, moved and merged', () => {
    expect(new Set(inquiries.map((one) => one.state))).toEqual(new Set(['open', 'resolved', 'withdrawn']))
    expect(inquiries.filter((one) => one.reopened.length > 0 && one.state === 'open').length).toBeGreaterThanOrEqual(1)
    expect(
      inquiries.filter((one) => one.reopened.length > 0 && one.state === 'resolved').length,
    ).toBeGreaterThanOrEqual(1)
    expect(inquiries.filter((one) => one.moved.length > 0).length).toBeGreaterThanOrEqual(2)
    expect(inquiries.filter((one) => one.merged).length).toBeGreaterThanOrEqual(2)
  })

  test('were helped by several contributions, by one, and in another way', () => {
    const resolutions = inquiries.flatMap((one) => one.resolutions)
    const helped = resolutions.flatMap((one) => ('helped' in one ? [one.helped.length] : []))

    expect(helped.filter((count) => count > 1).length).toBeGreaterThanOrEqual(10)
    expect(helped).toContain(1)
    expect(resolutions.filter((one) => 'anotherWay' in one).length).toBeGreaterThanOrEqual(2)
  })

  test('have contributions of every kind and experiences of every outcome', () => {
    expect(new Set(contributions.map((one) => one.kind))).toEqual(new Set(contributionKinds))
    expect(new Set(contributions.flatMap((one) => one.outcome ?? []))).toEqual(new Set(outcomes))
  })

  test('have replies, thanks, edits, me too, people asked, followers and bookmarks', () => {
    expect(contributions.some((one) => one.replies.length > 1)).toBe(true)
    expect(contributions.filter((one) => one.thanks.length > 0).length).toBeGreaterThanOrEqual(40)
    expect(contributions.some((one) => one.edits.length > 0)).toBe(true)
    for (const trace of ['edits', 'meToo', 'asked', 'follows', 'bookmarks'] as const)
      expect(inquiries.filter((one) => one[trace].length > 0).length, trace).toBeGreaterThanOrEqual(2)
  })

  test('have been reported here and there: kept, hidden, redacted, and one not decided yet', () => {
    const decisions = contributions.flatMap((one) => one.reports.map((report) => report.decided?.decision))

    expect(new Set(decisions)).toEqual(new Set([...reportDecisions, undefined]))
  })

  test('are told in fifty words or more', () => {
    expect(inquiries.filter((one) => one.body.split(/\s+/).length < 50).map((one) => one.title)).toEqual([])
  })

  test('wait unanswered, some of them since this week', () => {
    const unanswered = inquiries.filter((one) => one.state === 'open' && !one.merged && one.contributions.length === 0)

    expect(unanswered.length).toBeGreaterThanOrEqual(4)
    expect(unanswered.some((one) => daysAgo(one.at) < 5)).toBe(true)
  })
})

describe('its practices', () => {
  test('are eighteen to twenty-five, of every kind and in every state', () => {
    expect(practices.length).toBeGreaterThanOrEqual(18)
    expect(practices.length).toBeLessThanOrEqual(25)
    expect(new Set(practices.map((one) => one.kind))).toEqual(new Set(practiceKinds))
    expect(new Set(practices.map(stateOf))).toEqual(new Set(practiceStates))
  })

  test('have revisions, each whole by what came before, and come from inquiries', () => {
    expect(practices.filter((one) => wholeRevisions(one).length >= 3).length).toBeGreaterThanOrEqual(4)
    expect(practices.filter((one) => (one.origin?.contributions.length ?? 0) > 1).length).toBeGreaterThanOrEqual(10)
  })

  test('were applied with every outcome, with what was different', () => {
    const applications = practices.flatMap((one) => one.applications)

    expect(new Set(applications.map((one) => one.outcome))).toEqual(new Set(outcomes))
    expect(applications.filter((one) => one.different).length).toBeGreaterThanOrEqual(20)
    expect(applications.some((one) => one.inquiry)).toBe(true)
  })

  test('meet the evidence rule in part; one that meets it was refused', () => {
    const meeting = practices.filter(meetsEvidenceRule)
    const refused = practices.filter((one) => one.validations.some((validation) => !validation.holds))

    expect(meeting.length).toBeGreaterThanOrEqual(5)
    expect(meeting.length).toBeLessThan(practices.length)
    expect(refused.filter(meetsEvidenceRule).length).toBe(1)
  })

  test('were validated on evidence that met the rule on that day', () => {
    const held = practices.flatMap((practice) =>
      practice.validations.filter((one) => one.holds).map((one) => ({ practice, one })),
    )
    const short = held.filter(
      ({ practice, one }) =>
        !meetsEvidenceRule({
          ...practice,
          applications: practice.applications.filter((it) => one.evidence.includes(it.slug)),
        }),
    )

    expect(held.length).toBeGreaterThanOrEqual(8)
    expect(short.map(({ one }) => one.reasons)).toEqual([])
  })

  test('are verified, and some are overdue', () => {
    const current = practices.filter((one) => stateOf(one) === 'current')
    const overdue = current.filter((one) => daysAgo(one.verifications.at(-1)?.at ?? '2000-01-01') > one.verifyDays)

    expect(overdue.length).toBeGreaterThanOrEqual(2)
    expect(current.length - overdue.length).toBeGreaterThanOrEqual(5)
  })

  test('have variants: a family of five over three generations', () => {
    const childrenOf = (slug: string): string[] =>
      [...example.practices].filter(([, one]) => one.variantOf?.practice === slug).map(([child]) => child)
    const children = childrenOf('three-exercises-on-a-card')
    const grandchildren = children.flatMap(childrenOf)

    expect(children.length + grandchildren.length + 1).toBeGreaterThanOrEqual(5)
    expect(grandchildren.length).toBeGreaterThanOrEqual(1)
  })

  test('were decided upon by units in every way, and some wait for an answer', () => {
    const proposals = practices.flatMap((one) =>
      one.proposals.map((proposal) => one.adoptions.some((it) => it.unit === proposal.unit && it.at > proposal.at)),
    )

    expect(new Set(practices.flatMap((one) => one.adoptions.map((it) => it.state)))).toEqual(new Set(adoptionStates))
    expect(proposals).toContain(true)
    expect(proposals).toContain(false)
  })

  test('have changes proposed: taken, declined and waiting', () => {
    expect(new Set(practices.flatMap((one) => one.changes.map((it) => it.state)))).toEqual(
      new Set(['waiting', 'taken', 'declined']),
    )
  })

  test('are run where they are routines: several times, one not ended yet', () => {
    const runs = practices.filter((one) => one.kind === 'routine').flatMap((one) => one.runs)

    expect(runs.length).toBeGreaterThanOrEqual(10)
    expect(new Set(runs.map((run) => run.end?.outcome))).toEqual(new Set([...outcomes, undefined]))
  })
})

/** Three applications by three people in two units, two thirds of them worked. */
function meetsEvidenceRule({ applications }: Practice): boolean {
  const worked = applications.filter((one) => one.outcome === 'worked').length
  return (
    applications.length >= 3 &&
    new Set(applications.map((one) => one.by)).size >= 3 &&
    new Set(applications.map((one) => one.unit)).size >= 2 &&
    worked * 3 >= applications.length * 2
  )
}

function gapOf(end: string, begin: string): number {
  return (new Date(begin).getTime() - new Date(end).getTime()) / 86_400_000
}
