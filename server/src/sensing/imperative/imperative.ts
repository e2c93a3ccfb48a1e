/** A strategic aim of the organization: why, from when to when, and who carries it. */
export interface Imperative {
  id: string
  title: string
  why: string
  fromDay: string
  toDay: string | null
  carrierId: string | null
  endedAt: Date | null
  endedReason: string | null
  hiddenAt: Date | null
}

/** A hidden aim is read by whoever carries it and by the knowledge office. */
export const mayRead = (
  { hiddenAt, carrierId }: Pick<Imperative, 'hiddenAt' | 'carrierId'>,
  who: { id: string; office: boolean },
): boolean => hiddenAt === null || who.office || carrierId === who.id

/** An aim holds from its first day to its last, unless it was ended before. */
export const holds = ({ fromDay, toDay, endedAt }: Imperative, today: string): boolean =>
  endedAt === null && fromDay <= today && (toDay === null || toDay >= today)

/** Aims are the organization's: its knowledge office writes them down and ends them. */
export const mayMake = ({ office }: { office: boolean }): boolean => office
export const mayEnd = ({ endedAt }: Imperative, who: { office: boolean }): boolean => mayMake(who) && endedAt === null
export const mayTakeUpAgain = ({ endedAt }: Imperative, who: { office: boolean }): boolean =>
  mayMake(who) && endedAt !== null

/** What is still to come may be named as well; what was ended may not. */
export const mayBeServed = ({ endedAt, toDay }: Imperative, today: string): boolean =>
  endedAt === null && (toDay === null || toDay >= today)

export const today = (): string => new Date().toISOString().slice(0, 10)
