import type { Role, Stage, Visibility } from '@mortar/contract/community'

/** A community of practice: a domain people care for, the people, and what they share. */
export interface Community {
  id: string
  slug: string
  name: string
  short: string
  colour: number
  visibility: Visibility
  stage: Stage
  form: 'informal' | 'supported' | 'structured'
  origin: 'emergent' | 'initiated'
  parentId: string | null
  charterVersion: number
  /** How many members there are. */
  people: number
  closedAt: Date | null
  createdAt: Date
}

/** How somebody stands to a community. */
export interface Standing {
  personId: string
  member: boolean
  /** Sees the communities that invited them, and no others. */
  guest: boolean
  roles: Role[]
  invited: boolean
}

export const isAlive = (community: Pick<Community, 'closedAt'>) => community.closedAt === null
export const isFacilitator = (who: Pick<Standing, 'roles'>) => who.roles.includes('facilitator')
export const isSteward = (who: Standing) => who.roles.includes('steward') || isFacilitator(who)

/** That it exists, its domain, its charter, how many people. */
export const maySee = (community: Community, who: Standing) => isFound(community, who) || who.member || who.invited

const isFound = ({ visibility }: Pick<Community, 'visibility'>, who: Pick<Standing, 'guest'>) =>
  visibility !== 'private' && !who.guest

/** Its members by name. */
export const maySeeMembers = (community: Community, who: Standing) => isFound(community, who) || who.member

/** Its inquiries, contributions and current practices. */
export const mayReadInside = (community: Pick<Community, 'visibility'>, who: Pick<Standing, 'member' | 'guest'>) =>
  (community.visibility === 'open' && !who.guest) || who.member

/** What it puts to managers, hears from outside and tells of its value: of everybody who reads inside, but for guests. */
export const mayReadSteering = (community: Pick<Community, 'visibility'>, who: Pick<Standing, 'member' | 'guest'>) =>
  mayReadInside(community, who) && !who.guest

/** Its drafts, proposals and the debate about validation. */
export const mayReadWorkshop = (_: Community, who: Standing) => who.member && !who.guest

export const mayJoin = (community: Community, who: Standing) =>
  isAlive(community) && !who.member && (community.visibility === 'open' || who.invited)

export const mayAskToJoin = (community: Community, who: Standing) =>
  isAlive(community) && !who.member && !who.invited && community.visibility === 'by_request'

/** Open communities take an inquiry from anybody; joining is offered, not required. */
export const mayAskIn = (
  community: Pick<Community, 'visibility' | 'closedAt'>,
  who: Pick<Standing, 'member' | 'guest'>,
) => isAlive(community) && mayReadInside(community, who)

export const mayEdit = (community: Community, who: Standing) => isAlive(community) && isFacilitator(who)

/** Topics grow out of what members ask and practise; facilitators tend them. */
export const mayAddTopic = (community: Pick<Community, 'closedAt'>, who: Pick<Standing, 'member'>) =>
  isAlive(community) && who.member

/** Anybody may lay down roles of their own. */
export const mayStepDown = (who: Standing, personId: string, before: Role[], after: Role[]) =>
  who.personId === personId && after.every((role) => before.includes(role))

/** A community without a facilitator is taken up by any member who wants to. */
export const mayTakeUp = (
  community: Pick<Community, 'closedAt'>,
  who: Pick<Standing, 'member' | 'guest'>,
  facilitators: number,
) => isAlive(community) && who.member && !who.guest && facilitators === 0

/** The name as it stands in addresses. */
export const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-$/, '') || 'community'
