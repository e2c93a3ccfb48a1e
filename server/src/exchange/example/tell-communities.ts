import type { importCommunityRows } from '#community/index.ts'
import { wholeCharters } from './example.ts'
import type { Community } from './format.ts'
import { tellLife } from './tell-life.ts'
import { type Telling, lastOf } from './telling.ts'

type CommunityRows = Required<Parameters<typeof importCommunityRows>[1]>

/** Communities with their charters, topics, people and invitations. */
export function tellCommunities(telling: Telling): CommunityRows {
  const all = [...telling.example.communities].map(([slug, community]) => tellCommunity(telling, slug, community))
  const every = <Table extends keyof CommunityRows>(table: Table) =>
    all.flatMap((rows) => rows[table] as CommunityRows[Table][number][]) as CommunityRows[Table]
  return {
    community: every('community'),
    charter: every('charter'),
    topic: every('topic'),
    membership: every('membership'),
    pastMembership: every('pastMembership'),
    joinRequest: every('joinRequest'),
    invitation: every('invitation'),
    greeting: [],
    invitationReply: every('invitationReply'),
    stageMove: every('stageMove'),
    formChange: every('formChange'),
    sheet: every('sheet'),
    sheetVersion: every('sheetVersion'),
  }
}

function tellCommunity(telling: Telling, slug: string, community: Community): CommunityRows {
  const { id, at } = telling
  const communityId = id('community', slug)
  const here = (personSlug: string) => ({ communityId, personId: id('person', personSlug) })
  const stay = community.members.filter(({ leftAt }) => leftAt === undefined)
  const left = community.members.filter(({ leftAt }) => leftAt !== undefined)
  tellWhatHappened(telling, communityId, community)
  return {
    community: [communityRow(telling, slug, community)],
    charter: charterRows(telling, communityId, community),
    topic: topicRows(telling, slug, communityId, community),
    membership: stay.map(({ person, joinedAt, byAct, roles }) => ({
      ...here(person),
      joinedAt: at(joinedAt),
      byAct,
      roles: roles.filter(({ to }) => to === undefined).map(({ role }) => role),
    })),
    pastMembership: left.map(({ person, joinedAt, leftAt }) => ({
      ...here(person),
      joinedAt: at(joinedAt),
      leftAt: at(leftAt!),
    })),
    joinRequest: community.requests.map(({ by, at: asked, message, state, decided }) => ({
      ...here(by),
      message,
      state,
      at: at(asked),
      decidedBy: decided ? id('person', decided.by) : null,
      decidedAt: decided ? at(decided.at) : null,
      reason: decided?.reason ?? null,
    })),
    ...invitationRows(telling, slug, communityId, community),
    ...tellLife(telling, slug, communityId, community),
  }
}

function communityRow({ id, at }: Telling, slug: string, community: Community) {
  const { name, short, colour, visibility, form, origin, parent, created, stages, charter } = community
  return {
    id: id('community', slug),
    slug,
    name,
    short,
    colour,
    visibility,
    form,
    origin,
    stage: stages.at(-1)!.stage,
    parentId: parent ? id('community', parent) : null,
    charterVersion: charter.length,
    createdBy: id('person', created.by),
    createdAt: at(created.at),
  }
}

const charterRows = ({ id, at }: Telling, communityId: string, community: Community) =>
  wholeCharters(community).map(({ by, at: written, ...text }, index) => ({
    communityId,
    version: index + 1,
    ...text,
    byId: id('person', by),
    at: at(written),
  }))

const topicRows = ({ id }: Telling, slug: string, communityId: string, { topics }: Community) =>
  topics.flatMap((topic) => {
    const parent = { id: id('topic', `${slug} ${topic.slug}`), communityId, parentId: null, name: topic.name }
    const below = topic.topics.map((one) => ({
      id: id('topic', `${slug} ${one.slug}`),
      communityId,
      parentId: parent.id,
      name: one.name,
    }))
    return [parent, ...below]
  })

function invitationRows({ id, at }: Telling, slug: string, communityId: string, { invitations }: Community) {
  const told = invitations.map(({ to, by, at: sent, message, replies }, index) => ({
    replies,
    row: {
      id: id('contribution', `invitation ${slug} ${index}`),
      communityId,
      personId: 'person' in to ? id('person', to.person) : null,
      unitId: 'unit' in to ? id('unit', to.unit) : null,
      occupationId: 'occupation' in to ? id('occupation', to.occupation) : null,
      message,
      byId: id('person', by),
      at: at(sent),
    },
  }))
  return {
    invitation: told.map(({ row }) => row),
    greeting: [],
    invitationReply: told.flatMap(({ row, replies }) =>
      replies.map(({ by, at: when, accepted }) => ({
        invitationId: row.id,
        personId: id('person', by),
        accepted,
        at: at(when),
      })),
    ),
  }
}

function tellWhatHappened({ id, at, happened }: Telling, communityId: string, community: Community): void {
  const { created, charter, stages, members, requests, invitations } = community
  const tell = (verb: `community.${string}`, by: string, moment: string, rest: object = {}) =>
    happened.push({
      actor: id('person', by),
      verb,
      subject: { kind: 'community', id: communityId },
      communities: [communityId],
      at: at(moment),
      ...rest,
    })
  tell('community.opened', created.by, created.at)
  for (const [index, one] of charter.entries())
    tell('community.charter_written', one.by, one.at, { detail: { version: index + 1 } })
  for (const [index, one] of stages.entries())
    if (index > 0)
      tell('community.stage_set', one.by, one.at, { detail: { from: stages[index - 1]!.stage, to: one.stage } })
  for (const one of members) {
    if (one.person !== created.by) tell('community.joined', one.person, lastOf([one.joinedAt, created.at]))
    // Leaving is nobody's news: the trail keeps it with the person.
    if (one.leftAt)
      happened.push({
        actor: id('person', one.person),
        verb: 'person.left_community',
        subject: { kind: 'person', id: id('person', one.person) },
        detail: { community: communityId },
        at: at(one.leftAt),
      })
  }
  for (const { by, at: asked, state, decided } of requests) {
    tell('community.join_asked', by, asked)
    if (decided)
      tell(state === 'accepted' ? 'community.request_accepted' : 'community.request_refused', decided.by, decided.at, {
        people: [id('person', by)],
      })
  }
  for (const { to, by, at: sent } of invitations)
    tell('community.invited', by, sent, {
      ...('person' in to && { people: [id('person', to.person)] }),
      ...('unit' in to && { unit: id('unit', to.unit) }),
    })
}
