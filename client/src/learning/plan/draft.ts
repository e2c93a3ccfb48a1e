import type { Line, Send } from './types.ts'

/** What is changed of a version: which sends are off, which go in another month (by the key of a send), and which are new. */
export interface Draft {
  readonly off: ReadonlySet<string>
  readonly months: ReadonlyMap<string, number>
  readonly added: readonly Line[]
}

export const untouched: Draft = { off: new Set(), months: new Map(), added: [] }

export const keyOf = ({ item, topic, community }: Send): string => `${item} ${topic} ${community ?? ''}`

/** Off and on again; a send that was added by hand goes. */
export function toggled(draft: Draft, key: string): Draft {
  if (draft.added.some(({ send }) => keyOf(send) === key))
    return { ...draft, added: draft.added.filter(({ send }) => keyOf(send) !== key) }
  const off = new Set(draft.off)
  if (!off.delete(key)) off.add(key)
  return { ...draft, off }
}

/** Moved to a month; back to where it was, it is not changed any more. */
export function moved(draft: Draft, { send }: Line, month: number): Draft {
  const months = new Map(draft.months)
  if (send.month === month) months.delete(keyOf(send))
  else months.set(keyOf(send), month)
  return { ...draft, months }
}

/** A send by hand; one that is there already is not there twice, and one that was put off is on again. */
export function added(draft: Draft, lines: readonly Line[], line: Line): Draft {
  const key = keyOf(line.send)
  if (draft.off.has(key)) return toggled(draft, key)
  return isIn(draft, lines, line.send) ? draft : { ...draft, added: [...draft.added, line] }
}

/** Whether an item goes there for that topic already. */
export const isIn = (draft: Draft, lines: readonly Line[], send: Send): boolean =>
  linesOf(lines, draft).some((line) => keyOf(line.send) === keyOf(send) && !draft.off.has(keyOf(send)))

export const isTouched = ({ off, months, added: some }: Draft): boolean =>
  off.size > 0 || months.size > 0 || some.length > 0

export const monthIn = (draft: Draft, { send }: Line): number => draft.months.get(keyOf(send)) ?? send.month

/** What is shown: the version, and what was added by hand. */
export const linesOf = (lines: readonly Line[], draft: Draft): Line[] => [...lines, ...draft.added]

/** What would be kept. */
export const sendsOf = (lines: readonly Line[], draft: Draft): Send[] =>
  linesOf(lines, draft)
    .filter(({ send }) => !draft.off.has(keyOf(send)))
    .map((line) => ({ ...line.send, month: monthIn(draft, line) }))
