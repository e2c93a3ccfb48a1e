import type { importCommunityRows } from '#community/index.ts'
import type { InquiryRows } from '#inquiry/index.ts'
import type { importOrganizationRows } from '#organization/index.ts'
import { timeOrderedId } from '#platform/id.ts'
import type { PracticeRows } from '#practice/index.ts'
import type { Telling } from './telling.ts'

export interface VisitorRows {
  organization: Parameters<typeof importOrganizationRows>[1]
  communities: Parameters<typeof importCommunityRows>[1]
  inquiries: InquiryRows
  practices: PracticeRows
}

/**
 * Who looks around stays themselves, in the knowledge office, with a place in the story: a unit to decide for, a
 * community joined, an invitation, a question asked of them. `known` when they bear a name of the story and have all that.
 */
export function tellVisitor(telling: Telling, person: string, known: boolean): VisitorRows {
  tellWhatHappened(telling, person)
  const organization = known ? {} : place(telling, person)
  return { organization, communities: communitiesOf(telling, person, known), ...waitingFor(telling, person) }
}

function place({ example, id, at }: Telling, personId: string): VisitorRows['organization'] {
  const { unit, title, from } = example.visitor
  const managerId = id('person', example.units.find((one) => one.id === unit)!.manager_email.split('@')[0]!)
  const unitId = id('unit', unit)
  return {
    position: [{ personId, unitId, title, managerId, fromDay: from }],
    // Decisions of units are the half of the story that a member does not see.
    unitManager: [{ unitId, personId, role: 'delegate', since: at(`${from}T00:00`) }],
  }
}

const communitiesOf = ({ example, id, at }: Telling, personId: string, known: boolean): VisitorRows['communities'] => ({
  // Looking around is the visitor's own act, and so is leaving: one click.
  membership: example.visitor.joins
    .filter(() => !known)
    .map(({ community, at: joined }) => ({
      communityId: id('community', community),
      personId,
      joinedAt: at(joined),
      byAct: 'joined',
    })),
  invitation: example.visitor.invitations.map(({ community, by, at: sent, message }) => ({
    id: timeOrderedId(),
    communityId: id('community', community),
    personId,
    message,
    byId: id('person', by),
    at: at(sent),
  })),
})

const waitingFor = ({ example, id, at }: Telling, personId: string) => ({
  inquiries: {
    askedPerson: example.visitor.asked.map(({ inquiry, by, at: asked }) => ({
      inquiryId: id('inquiry', inquiry),
      personId,
      byId: id('person', by),
      at: at(asked),
      seat: 3,
    })),
  },
  practices: {
    unitProposal: example.visitor.proposals.map(({ practice, by, at: sent, message, dueOn }) => ({
      practiceId: id('practice', practice),
      unitId: id('unit', example.visitor.unit),
      message,
      byId: id('person', by),
      at: at(sent),
      dueOn,
    })),
  },
})

function tellWhatHappened({ example, id, at, happened }: Telling, person: string): void {
  const { unit, joins, invitations, asked, proposals } = example.visitor
  const acts = [
    ...joins.map((one) => ({
      ...one,
      by: null,
      verb: 'community.joined' as const,
      kind: 'community' as const,
      slug: one.community,
    })),
    ...invitations.map((one) => ({
      ...one,
      verb: 'community.invited' as const,
      kind: 'community' as const,
      slug: one.community,
    })),
    ...asked.map((one) => ({
      ...one,
      verb: 'inquiry.person_asked' as const,
      kind: 'inquiry' as const,
      slug: one.inquiry,
    })),
    ...proposals.map((one) => ({
      ...one,
      verb: 'practice.proposed_to_unit' as const,
      kind: 'practice' as const,
      slug: one.practice,
    })),
  ]
  const communityOf = {
    community: (slug: string) => [slug],
    inquiry: (slug: string) => example.inquiries.get(slug)!.communities,
    practice: (slug: string) => [example.practices.get(slug)!.community],
  }
  for (const { by, verb, kind, slug, at: moment } of acts)
    happened.push({
      actor: by ? id('person', by) : person,
      verb,
      subject: { kind, id: id(kind, slug) },
      communities: communityOf[kind](slug).map((community) => id('community', community)),
      unit: kind === 'practice' ? id('unit', unit) : null,
      people: by ? [person] : [],
      at: at(moment),
    })
}
