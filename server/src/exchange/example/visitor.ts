import type { importCommunityRows } from '#community/index.ts'
import type { importOrganizationRows } from '#organization/index.ts'
import type { Telling } from './telling.ts'

/** Where somebody who looks around is welcome: an open community, and one that shows its inquiries to members only. */
const welcomes = [
  {
    community: 'physiotherapists',
    by: 'leena.karppi',
    message: 'Welcome to the house. Come and read with us; questions from people who are new are the best ones.',
  },
  {
    community: 'psychologists-with-social-workers',
    by: 'raija.makela',
    message: 'We talk about clients here and so only members read along. You are invited.',
  },
]

/** Who looks around stays themselves: in the knowledge office, with a place in the director's office, invited and not appointed. */
export function tellVisitor(
  { example, id, happened }: Telling,
  visitor: string,
): {
  organization: Parameters<typeof importOrganizationRows>[1]
  communities: Parameters<typeof importCommunityRows>[1]
} {
  const office = id('unit', 'office')
  const works = [...example.people].some(({ email }) => id('person', email.split('@')[0]!) === visitor)
  const invitations = welcomes.map(({ community, by, message }, index) => ({
    id: id('run', `welcome ${index}`),
    communityId: id('community', community),
    personId: visitor,
    byId: id('person', by),
    message,
  }))
  for (const { id: invitation, communityId, byId } of invitations)
    happened.push({
      actor: byId,
      verb: 'community.invited',
      subject: { kind: 'community', id: communityId },
      communities: [communityId],
      people: [visitor],
      detail: { invitation },
      at: new Date(),
    })
  if (works) return { organization: {}, communities: { invitation: invitations } }
  return {
    organization: {
      position: [
        {
          personId: visitor,
          unitId: office,
          title: 'Knowledge coordinator',
          managerId: id('person', 'helena.rautakorpi'),
          fromDay: example.organization.asOf,
        },
      ],
      // Decisions of units are the half of the story that a member does not see.
      unitManager: [{ unitId: office, personId: visitor, role: 'delegate' }],
    },
    communities: { invitation: invitations },
  }
}
