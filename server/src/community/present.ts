import type { CommunityLink } from '@mortar/contract/common'
import type {
  CharterView,
  CommunityHead,
  CommunityLine,
  CommunityView,
  InvitationView,
} from '@mortar/contract/community'
import { peopleFor, shown } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { shownCount } from '#platform/few.ts'
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
  type Standing,
} from './community.ts'
import { participationOf } from './participation.ts'
import { charterOf } from './queries/charters.ts'
import { headOf, type HeadRow } from './queries/communities.ts'
import { type InvitationRow, invitationsTo } from './queries/invitations.ts'

export const linkTo = ({ id, slug, name, short, colour }: CommunityLink): CommunityLink => ({
  id,
  slug,
  name,
  short,
  colour,
})

const presentLine = (row: CommunityLine): CommunityLine => ({
  ...linkTo(row),
  domain: row.domain,
  visibility: row.visibility,
  stage: row.stage,
  people: row.people,
  member: row.member,
  closed: row.closed,
})

/** A community with its charter, as one person may see it. */
export async function presentCommunity(db: Reader, actor: Actor, found: CommunityFor): Promise<CommunityView> {
  const [head, charter] = await Promise.all([
    headOf(db, actor.id, found.community.id),
    charterOf(db, found.community.id, found.community.charterVersion),
  ])
  const [top, person] = await Promise.all([presentHead(db, actor, found, head), peopleFor(db, [charter.byId])])
  return { ...top, charter: presentCharter(charter, person) }
}

/** What its home shows of a community itself: what stands on top, and how its people take part. */
export const presentHome = async (db: Reader, actor: Actor, found: CommunityFor, head: HeadRow) => ({
  community: await presentHead(db, actor, found, head),
  participation: participationOf(found.community, head),
})

/** What stands on top of every page of a community. */
async function presentHead(
  db: Reader,
  actor: Actor,
  { community, who }: CommunityFor,
  head: HeadRow,
): Promise<CommunityHead> {
  const person = shown(maySeeMembers(community, who) ? head.facilitatorPeople : [])
  const kin = await communitiesFor(db, actor, head.kin)
  const parent = kin.find((one) => one.community.id === community.parentId)
  return {
    ...presentLine({ ...community, domain: head.domain, member: who.member, closed: !isAlive(community) }),
    units: maySeeMembers(community, who) ? shownCount(community.people) && (head.units || null) : null,
    form: community.form,
    origin: community.origin,
    facilitators: head.facilitators.flatMap((id) => person(id) ?? []),
    needsFacilitator: isAlive(community) && head.facilitators.length === 0,
    parent: parent ? linkTo(parent.community) : null,
    children: head.kin.flatMap((id) => {
      const child = id !== community.parentId && kin.find((one) => one.community.id === id)
      return child ? linkTo(child.community) : []
    }),
    myRoles: who.roles,
    asked: head.asked,
    refused: who.member ? null : head.refused,
    evidenceRule: head.evidenceRule,
    ending: community.closedAt && { note: rendered(head.endingNote ?? ''), at: community.closedAt.toISOString() },
    createdAt: community.createdAt.toISOString(),
    may: rightsOf(community, who, head.facilitators.length),
  }
}

const rightsOf = (community: Community, who: Standing, facilitators: number): CommunityHead['may'] => ({
  join: mayJoin(community, who),
  askToJoin: mayAskToJoin(community, who),
  leave: who.member,
  seeMembers: maySeeMembers(community, who),
  ask: mayAskIn(community, who),
  invite: isAlive(community) && who.member && !who.guest,
  edit: mayEdit(community, who),
  close: isAlive(community) && isFacilitator(who),
  readInside: mayReadInside(community, who),
  takeUp: mayTakeUp(community, who, facilitators),
})

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

/** What somebody is invited to. */
export const invitationsFor = async (db: Reader, actor: Actor): Promise<InvitationView[]> =>
  presentInvitations(db, actor, await invitationsTo(db, actor.id))

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
      people: row.people ?? null,
      message: row.message,
      by: person(row.byId),
      at: row.at.toISOString(),
    }
  })
}
