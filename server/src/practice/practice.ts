import type { EvidenceRule } from '@mortar/contract/community'
import type { PracticeKind, PracticeState } from '@mortar/contract/practice'
import type { CommunityLink } from '@mortar/contract/common'

/** Something that a community knows how to do, written down with where it worked and where it did not. */
export interface Practice {
  id: string
  community: CommunityLink & { visibility: 'open' | 'by_request' | 'private'; closed: boolean; rule: EvidenceRule }
  kind: PracticeKind
  state: PracticeState
  title: string
  revision: number
  stewardId: string | null
  variantOf: string | null
  variantContext: string | null
  fromInquiry: string | null
  madeBy: string | null
  madeAt: Date
  changedAt: Date
  /** When it first became current; from then on it is readable wherever current practices are. */
  currentAt: Date | null
  verifyDays: number
  verifiedAt: Date | null
  reviewAt: Date | null
  validatedAt: Date | null
  /** Set apart by who keeps order: read by them, its steward and its author alone. */
  hiddenAt: Date | null
}

/** How somebody stands to a practice. */
export interface Standing {
  personId: string
  member: boolean
  /** Steward or facilitator of its community. */
  tends: boolean
  facilitates: boolean
  office: boolean
  guest: boolean
  /** Works in, or answers for, a unit that decided about it or was asked to. */
  unitReader: boolean
}

type Named = Pick<Practice, 'stewardId' | 'madeBy'>

export const isSteward = (practice: Pick<Named, 'stewardId'>, who: Standing) =>
  practice.stewardId === who.personId || (who.tends && who.member)

export const isAuthor = (practice: Named, who: Standing) =>
  (practice.madeBy === who.personId && who.member) || isSteward(practice, who)

/** Who says under which topics of its community it stands. */
export const mayPlace = (practice: Named, who: Standing) => isSteward(practice, who) || practice.madeBy === who.personId

/** Drafts, proposals and what is said about validation. */
export const mayReadWorkshop = (practice: Pick<Practice, 'stewardId'>, who: Standing) =>
  (who.member && !who.guest) || practice.stewardId === who.personId

/** Keeps order: facilitators of its community, and the knowledge office where it can read. */
export const keepsOrder = (who: Standing) => who.facilitates || who.office

const isTheirs = (practice: Named, who: Standing) =>
  practice.madeBy === who.personId || practice.stewardId === who.personId

export const mayRead = (practice: Practice, who: Standing) =>
  reachedBy(practice, who) && (practice.hiddenAt === null || keepsOrder(who) || isTheirs(practice, who))

function reachedBy(practice: Practice, who: Standing) {
  if (mayReadWorkshop(practice, who)) return true
  if (practice.currentAt === null) return false
  return who.member || who.unitReader || (practice.community.visibility !== 'private' && !who.guest)
}

export const mayReport = (practice: Practice, who: Standing) => practice.hiddenAt === null && !isTheirs(practice, who)
export const mayHide = (practice: Practice, who: Standing) => keepsOrder(who) && practice.hiddenAt === null
export const mayShow = (practice: Practice, who: Standing) => keepsOrder(who) && practice.hiddenAt !== null

/** A practice whose steward is gone is taken up by whoever of its community wants to keep it. */
export const mayTakeUp = ({ state, community }: Practice, who: Standing, stewardGone: boolean) =>
  stewardGone && state === 'current' && who.member && !who.guest && !community.closed

/** A private community hides even that it exists, and who its people are, from readers that a unit brought here. */
export const maySeeCommunity = ({ community, stewardId }: Practice, who: Standing) =>
  community.visibility !== 'private' || who.member || stewardId === who.personId

export const isOverdue = ({ state, reviewAt }: Pick<Practice, 'state' | 'reviewAt'>, now: Date) =>
  state === 'current' && reviewAt !== null && reviewAt < now

interface Move {
  by: 'author' | 'steward'
  /** Nobody is left to guess why. */
  reason?: true
  /** Readers must be able to use it. */
  complete?: true
  /** Only for what had been current before, or only for what had not. */
  was?: 'current' | 'never'
}

/** Every move between states that is allowed; what is not here is refused. */
export const moves: Record<PracticeState, Partial<Record<PracticeState, Move>>> = {
  draft: { proposed: { by: 'author', complete: true }, retired: { by: 'author', reason: true } },
  proposed: {
    draft: { by: 'author', reason: true },
    current: { by: 'steward', complete: true },
    retired: { by: 'steward', reason: true },
  },
  current: { retired: { by: 'steward', reason: true } },
  retired: {
    draft: { by: 'author', reason: true, was: 'never' },
    current: { by: 'steward', reason: true, was: 'current' },
  },
}

export function moveTo(practice: Pick<Practice, 'state' | 'currentAt'>, to: PracticeState): Move | undefined {
  const move = moves[practice.state][to]
  const was = practice.currentAt === null ? 'never' : 'current'
  return move?.was && move.was !== was ? undefined : move
}

export const mayMove = (practice: Practice, who: Standing, to: PracticeState) => {
  const move = moveTo(practice, to)
  if (!move || (practice.community.closed && to !== 'retired')) return false
  return move.by === 'steward' ? isSteward(practice, who) : isAuthor(practice, who)
}

export const movesFor = (practice: Practice, who: Standing): PracticeState[] =>
  (['draft', 'proposed', 'current', 'retired'] as const).filter((to) => mayMove(practice, who, to))

/** What is current changes through its stewards; what is being written, through its author too. */
export const mayRevise = (practice: Practice, who: Standing) =>
  practice.state === 'current'
    ? isSteward(practice, who)
    : practice.state !== 'retired' && !practice.community.closed && isAuthor(practice, who)

export const maySuggest = (practice: Practice, who: Standing) =>
  practice.state !== 'retired' && mayRead(practice, who) && !who.guest

/** What readers would miss: the problem, or a way to go about it. */
export function missingIn(kind: PracticeKind, text: { problem: string; how: string; steps: readonly unknown[] }) {
  if (text.problem === '') return 'problem'
  if (kind === 'routine') return text.steps.length === 0 ? 'steps' : undefined
  return text.how === '' ? 'how' : undefined
}
