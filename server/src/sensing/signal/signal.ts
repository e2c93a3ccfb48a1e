import type { SignalOutcome } from '@mortar/contract/sensing-signals'
import { createHash } from 'node:crypto'

/** News from outside, of one community or of the whole organization. */
export interface Signal {
  id: string
  communityId: string | null
  feedId: string | null
  fromId: string | null
  title: string
  summary: string
  link: string | null
  publishedAt: Date | null
  addedBy: string | null
  foundAt: Date
  outcome: SignalOutcome | 'new'
  watchUntil: string | null
  hiddenAt: Date | null
}

export interface Standing {
  /** Told of it. */
  author: boolean
  office: boolean
  /** Works in the organization: guests read what is inside their community alone. */
  here: boolean
  /** May read inside the community of the signal. */
  inside: boolean
  member: boolean
  facilitator: boolean
  alive: boolean
}

type Placed = Pick<Signal, 'communityId'>

const reaches = ({ communityId }: Placed, who: Standing): boolean => (communityId === null ? who.here : who.inside)

export const keepsOrder = (signal: Placed, who: Standing): boolean =>
  reaches(signal, who) && (who.office || (signal.communityId !== null && who.facilitator))

export const mayRead = (signal: Placed & Pick<Signal, 'hiddenAt'>, who: Standing): boolean =>
  reaches(signal, who) && (signal.hiddenAt === null || who.author || keepsOrder(signal, who))

/** What it means for us is said by those who are in it. */
export const mayTriage = ({ communityId, outcome }: Placed & Pick<Signal, 'outcome'>, who: Standing): boolean =>
  communityId !== null && who.member && who.alive && (outcome === 'new' || outcome === 'watch')
export const mayEscalate = (signal: Placed & Pick<Signal, 'outcome'>, who: Standing): boolean =>
  mayTriage(signal, who) && who.facilitator
export const mayUndo = ({ communityId, outcome }: Placed & Pick<Signal, 'outcome'>, who: Standing): boolean =>
  communityId !== null && who.member && outcome !== 'new'

/** The knowledge office listens for all, facilitators for their community. */
export const mayListen = (who: Pick<Standing, 'office' | 'facilitator' | 'alive'>, community: boolean): boolean =>
  community ? who.facilitator && who.alive : who.office

const noise = /^(utm_\w+|fbclid|gclid|mc_[ce]id|ref_src)$/i

/** The same page is the same address, whatever follows whoever reads it; undefined for what is no web page. */
export function plainLink(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address.trim())) return undefined
  const url = new URL(address.trim())
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined
  url.hash = ''
  const follows = [...url.searchParams.keys()].filter((name) => noise.test(name))
  for (const name of follows) url.searchParams.delete(name)
  return url.href.length <= 2000 ? url.href : undefined
}

/** What makes a signal the same as an earlier one: the id that its feed gives it, else where it leads, else what it says. */
export function keyOf(given: string | undefined, link: string | undefined, title: string, summary: string): string {
  const id = given?.trim()
  if (id && id.length <= 2000) return id
  return link ?? `sha256:${createHash('sha256').update(`${title}\n${summary}`).digest('hex')}`
}
