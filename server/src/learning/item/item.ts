import type { LearningKind } from '@mortar/contract/learning-items'

/** Something to learn from, as the catalogue keeps it. */
export interface LearningItem {
  id: string
  kind: LearningKind
  title: string
  words: string
  minutes: number
  address: string | null
  practiceId: string | null
  personId: string | null
  agreedAt: Date | null
  expiresOn: string | null
  externalId: string | null
  lawReason: string | null
  lawUnits: string[]
  lawOccupations: string[]
  addedBy: string | null
  changedAt: Date
  retiredAt: Date | null
}

interface Who {
  id: string
  office: boolean
}

/** Whether it is offered on a day: neither retired nor expired, and who is to be shadowed agreed. */
export const isOffered = (
  { retiredAt, expiresOn, kind, agreedAt }: Pick<LearningItem, 'retiredAt' | 'expiresOn' | 'kind' | 'agreedAt'>,
  today: string,
): boolean =>
  retiredAt === null && (expiresOn === null || expiresOn >= today) && (kind !== 'person' || agreedAt !== null)

export const mayEdit = ({ addedBy }: LearningItem, { id, office }: Who): boolean => office || addedBy === id

/** An offer to be shadowed is known to whom it is about and to whoever proposed it until they agreed. */
export const mayKnowOf = (item: LearningItem, who: Who): boolean =>
  item.kind !== 'person' || item.agreedAt !== null || item.personId === who.id || mayEdit(item, who)

export const mayAgree = ({ kind, personId, agreedAt, retiredAt }: LearningItem, { id }: Who): boolean =>
  kind === 'person' && personId === id && agreedAt === null && retiredAt === null

export const mayWithdraw = ({ kind, personId, agreedAt }: LearningItem, { id }: Who): boolean =>
  kind === 'person' && personId === id && agreedAt !== null
