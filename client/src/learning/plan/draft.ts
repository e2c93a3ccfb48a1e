import type { Line, Send } from './types.ts'

/** What is changed of a version: which sends are off, and which go in another month. By the key of a send. */
export interface Draft {
  readonly off: ReadonlySet<string>
  readonly months: ReadonlyMap<string, number>
}

export const untouched: Draft = { off: new Set(), months: new Map() }

export const keyOf = ({ item, topic, community }: Send): string => `${item} ${topic} ${community ?? ''}`

export function toggled({ off, months }: Draft, key: string): Draft {
  const next = new Set(off)
  if (!next.delete(key)) next.add(key)
  return { off: next, months }
}

/** Moved to a month; back to where it was, it is not changed any more. */
export function moved({ off, months }: Draft, { send }: Line, month: number): Draft {
  const next = new Map(months)
  if (send.month === month) next.delete(keyOf(send))
  else next.set(keyOf(send), month)
  return { off, months: next }
}

export const isTouched = ({ off, months }: Draft): boolean => off.size > 0 || months.size > 0

export const monthIn = (draft: Draft, { send }: Line): number => draft.months.get(keyOf(send)) ?? send.month

/** What would be kept. */
export const sendsOf = (lines: readonly Line[], draft: Draft): Send[] =>
  lines.filter(({ send }) => !draft.off.has(keyOf(send))).map((line) => ({ ...line.send, month: monthIn(draft, line) }))
