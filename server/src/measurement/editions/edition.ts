import type { Producer } from '../mathematics/envelopment.ts'

/** One figure as it may be shown; `few` where fewer than five people are behind, `none` where there is nothing to divide by. */
export interface Published {
  state: 'shown' | 'few' | 'none'
  /** What happened until then is in it, in milliseconds. */
  upto: number
  value?: number
  low?: number
  high?: number
  chance?: { value: number; low?: number; high?: number }
  of?: number
  parts?: Record<string, number | null>
  /** Of a share of people: how many they are, and of how many. Leaves the server for nobody. */
  counts?: [part: number, of: number]
}

/** What was published of a community, or of the organization (null), for a quarter. */
export interface Edition {
  communityId: string | null
  quarter: string
  upto: string | Date
  figures: Record<string, Published>
  producer: Producer | null
}
