import type { InquiryState, Withheld } from '@mortar/contract/inquiry'
import { type Community, isAlive, isFacilitator, mayAskIn, mayReadInside, type Standing } from '#community/index.ts'

/** A problem asked of one to three communities, open until something helped. */
export interface Inquiry {
  id: string
  title: string
  askedBy: string | null
  askedAt: Date
  unitId: string | null
  unit: string | null
  problemKind: string | null
  state: InquiryState
  withdrawnAt: Date | null
  hiddenAt: Date | null
  mergedInto: string | null
  version: number
  answers: number
  lastAt: Date
}

/** A community that the inquiry was asked of, and how somebody stands to it. */
export type Place = Pick<Community, 'id' | 'slug' | 'name' | 'short' | 'colour' | 'visibility' | 'closedAt'> &
  Pick<Standing, 'member' | 'roles'>

/** Who looks at an inquiry. */
export interface Who {
  personId: string
  office: boolean
  guest: boolean
}

/** An inquiry with how somebody stands to it: all that its rules need. */
export interface InquiryFor {
  inquiry: Inquiry
  places: Place[]
  who: Who
}

export const mayRead = ({ places, who }: Pick<InquiryFor, 'places' | 'who'>) =>
  places.some((place) => mayReadInside(place, { ...who, ...place }))

export const isAsker = ({ inquiry, who }: InquiryFor) => inquiry.askedBy === who.personId
export const facilitates = ({ places }: InquiryFor) => places.some(isFacilitator)

/** Keeps order: facilitators, and the knowledge office for communities that have none. */
export const keepsOrder = (found: InquiryFor) => facilitates(found) || found.who.office

/** The asker and the facilitators say what helped. */
export const decides = (found: InquiryFor) => isAsker(found) || facilitates(found)

/** Why words are set apart, whoever reads. */
export const setApart = (thing: { withdrawnAt: Date | null; hiddenAt: Date | null }): Withheld | null =>
  thing.hiddenAt ? 'hidden' : thing.withdrawnAt ? 'withdrawn' : null

/** Whether somebody reads the words: set apart, they stay with their author and who keeps order. */
export const readsWords = (found: InquiryFor) => setApart(found.inquiry) === null || isAsker(found) || keepsOrder(found)

/** Every community of it is closed. */
export const isClosed = ({ places }: Pick<InquiryFor, 'places'>) => !places.some(isAlive)

/** Neither withdrawn, hidden nor merged, and some community of it lives. */
export const stands = (found: InquiryFor) =>
  setApart(found.inquiry) === null && found.inquiry.mergedInto === null && !isClosed(found)

export const mayContribute = (found: InquiryFor) =>
  stands(found) && found.places.some((place) => mayAskIn(place, { ...found.who, ...place }))
export const mayMark = (found: InquiryFor) => stands(found) && decides(found)
export const mayResolve = (found: InquiryFor) => mayMark(found) && found.inquiry.state === 'open'
export const mayReopen = (found: InquiryFor) => mayMark(found) && found.inquiry.state === 'resolved'
export const mayEdit = (found: InquiryFor) => stands(found) && isAsker(found)
/** Where it stands, who is asked, and what a practice is made of, is for people of the organization. */
const arranges = (found: InquiryFor) => !found.who.guest
export const mayMove = (found: InquiryFor) => mayMark(found) && arranges(found)
export const mayMerge = mayMove
export const mayUnmerge = (found: InquiryFor) => found.inquiry.mergedInto !== null && decides(found) && arranges(found)
export const mayDistil = (found: InquiryFor) => mayContribute(found) && arranges(found)
export const mayWithdraw = (found: InquiryFor) => isAsker(found) && found.inquiry.withdrawnAt === null
export const mayRestore = (found: InquiryFor) => isAsker(found) && found.inquiry.withdrawnAt !== null
export const mayAskPeople = (found: InquiryFor) => mayResolve(found) && arranges(found)
/** What a community cannot solve its facilitators put to a manager. */
export const mayEscalate = (found: InquiryFor) =>
  stands(found) && found.places.some((place) => isAlive(place) && isFacilitator(place))
export const mayHide = (found: InquiryFor) => keepsOrder(found) && found.inquiry.hiddenAt === null
export const mayShow = (found: InquiryFor) => keepsOrder(found) && found.inquiry.hiddenAt !== null
export const mayReport = (found: InquiryFor) => !isAsker(found) && setApart(found.inquiry) === null

/** A private community's inquiry stands alone: otherwise its words would be read outside. */
export const standTogether = (places: Pick<Place, 'visibility'>[]) =>
  places.length >= 1 &&
  places.length <= 3 &&
  (places.length === 1 || places.every(({ visibility }) => visibility !== 'private'))

/** Everybody, or only members: the asker is told before asking. */
export const readersOf = (places: Pick<Place, 'visibility'>[]) =>
  places.some(({ visibility }) => visibility === 'open') ? ('everybody' as const) : ('members' as const)
