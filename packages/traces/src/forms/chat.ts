import { passed, type Take } from '../trace.ts'

/** Somebody wrote: to those they mention and answer; to all who are there where it is a talk among few. */
export function wrote(take: Take, from: string, to: Iterable<string>, at: number): void {
  const others = [...new Set(to)].filter((one) => one !== from)
  take(others.length > 0 ? { kind: 'message', from, to: others, at } : passed)
}

/** Whom a text mentions. This is all that is ever taken of a text. */
export const mentionsIn = (text: unknown, mention: RegExp): string[] =>
  typeof text === 'string' ? Array.from(text.matchAll(mention), ([, one]) => one!) : []

/** A moment that may be in a file; throws for what is none. */
export function momentIn(milliseconds: unknown): number {
  const at = Number(milliseconds)
  if (!Number.isFinite(at)) throw new TypeError('no time')
  return at
}
