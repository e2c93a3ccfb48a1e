import type { CommunityLink } from '@mortar/contract/common'
import type { CharterView, CommunityLine, CommunityView, InvitationView } from '@mortar/contract/community'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { communitiesFor, type CommunityFor } from './access.ts'
import {
  type Community,
  isAlive,
  isFacilitator,
  mayAskIn,
  mayAskToJoin,
  mayEdit,
  mayJoin,
  mayReadInside,
  maySeeMembers,
  mayTakeUp,
} from './community.ts'
import { charterOf } from './queries/charters.ts'
import { childrenOf, endingOf, evidenceRuleOf, type LineRow } from './queries/communities.ts'
import { type InvitationRow, waitingRequestOf } from './queries/invitations.ts'
import { countMembers, facilitatorsOf } from './queries/memberships.ts'

export const linkTo = ({ id, slug, name, short, colour }: Community): CommunityLink => ({
  id,
  slug,
  name,
  short,
  colour,
})

export const presentLine = (row: Omit<LineRow, 'sortName'>): CommunityLine => ({
  ...linkTo(row),
  domain: row.domain,
  visibility: row.visibility,
  stage: row.stage,
  people: row.people,
  member: row.member,
  closed: !isAlive(row),
})

/** A community's home, as one person may see it. */
export async function presentCommunity(
  db: Reader,
  actor: Actor,
  { community, who }: CommunityFor,
): Promise<CommunityView> {
  const { id } = community
  const [charter, people, facilitators, children, parents, ending, { evidenceRule }, asked] = await Promise.all([
    charterOf(db, id, community.charterVersion),
    countMembers(db, id),
    facilitatorsOf(db, id),
    childrenOf(db, id),
    community.parentId ? communitiesFor(db, actor, [community.parentId]) : [],
    isAlive(community) ? null : endingOf(db, id),
    evidenceRuleOf(db, id),
    who.member ? undefined : waitingRequestOf(db, id, actor.id),
  ])
  const [person, seenChildren] = await Promise.all([
    peopleFor(db, [charter.byId, ...facilitators.map(({ personId }) => personId)]),
    communitiesFor(
      db,
      actor,
      children.map((child) => child.id),
    ),
  ])
  return {
    ...presentLine({ ...community, domain: charter.domain, people, member: who.member }),
    form: community.form,
    origin: community.origin,
    charter: presentCharter(charter, person),
    facilitators: (maySeeMembers(community, who) ? facilitators : []).flatMap(({ personId }) => person(personId) ?? []),
    needsFacilitator: isAlive(community) && facilitators.length === 0,
    parent: parents[0] ? linkTo(parents[0].community) : null,
    children: seenChildren.map((child) => linkTo(child.community)),
    myRoles: who.roles,
    asked: asked !== undefined,
    evidenceRule,
    ending: ending && { note: rendered(ending.endingNote ?? ''), at: ending.closedAt!.toISOString() },
    createdAt: community.createdAt.toISOString(),
    may: {
      join: mayJoin(community, who),
      askToJoin: mayAskToJoin(community, who),
      leave: who.member,
      seeMembers: maySeeMembers(community, who),
      ask: mayAskIn(community, who),
      invite: isAlive(community) && who.member,
      edit: mayEdit(community, who),
      close: isAlive(community) && isFacilitator(who),
      readInside: mayReadInside(community, who),
      takeUp: mayTakeUp(community, who, facilitators.length),
    },
  }
}

type CharterRow = Awaited<ReturnType<typeof charterOf>>

export const presentCharter = (row: CharterRow, person: Awaited<ReturnType<typeof peopleFor>>): CharterView => ({
  version: row.version,
  domain: row.domain,
  about: rendered(row.about),
  notAbout: rendered(row.notAbout),
  purpose: rendered(row.purpose),
  people: rendered(row.people),
  conventions: rendered(row.conventions),
  rhythm: rendered(row.rhythm),
  reviewOn: row.reviewOn,
  note: row.note,
  by: person(row.byId),
  at: row.at.toISOString(),
})

const rendered = (markdown: string) => ({ markdown, html: markdown && renderMarkdown(markdown) })

/** Invitations with names and units, each with the community it is to. */
export async function presentInvitations(db: Reader, actor: Actor, rows: InvitationRow[]): Promise<InvitationView[]> {
  const [person, communities] = await Promise.all([
    peopleFor(
      db,
      rows.flatMap(({ personId, byId }) => [personId, byId]),
    ),
    communitiesFor(db, actor, [...new Set(rows.map(({ communityId }) => communityId))]),
  ])
  return rows.flatMap((row) => {
    const found = communities.find(({ community }) => community.id === row.communityId)
    if (!found) return []
    return {
      id: row.id,
      community: linkTo(found.community),
      person: person(row.personId),
      unit: row.unitId && row.unit ? { id: row.unitId, name: row.unit } : null,
      occupation: row.occupation,
      message: row.message,
      by: person(row.byId),
      at: row.at.toISOString(),
    }
  })
}
