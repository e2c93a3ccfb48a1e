import { sentence } from '#platform/words.ts'
import type { DraftFound } from './queries/draft.ts'
import { nameFrom, otherNames } from './recognition.ts'

/** A charter to begin with, from what was found and what those who agreed would call it. Nobody is named. */
export function draftFrom(found: DraftFound | undefined, called: readonly string[], language: string) {
  const say = (key: string, params: Record<string, unknown> = {}) => sentence(language, `network:draft.${key}`, params)
  const words = found?.words ?? []
  const chosen = nameFrom(called)
  const name = (
    chosen ?? (words.length > 0 ? say('nameFrom', { words: words.slice(0, 2).join(', ') }) : say('name'))
  ).slice(0, 120)
  const others = otherNames(called, chosen)
  const about = [
    words.length > 0 && say('words', { words: words.join(', ') }),
    found && found.units.length > 0 && say('units', { units: found.units.join(', ') }),
    others.length > 0 && say('otherNames', { names: others.join(', ') }),
  ]
  return {
    name,
    short: shortOf(name),
    domain: (words.length > 0 ? say('domainFrom', { words: words.join(', ') }) : say('domain')).slice(0, 300),
    about: about
      .filter(Boolean)
      .map((line) => `- ${line}`)
      .join('\n'),
    purpose: found ? say('purpose', { page: `/constellation/found/${found.id}` }) : '',
    message: say('message'),
  }
}

/** "Gait and balance" becomes GAB; at most four letters. */
const shortOf = (name: string) => {
  const initials = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word[0]!)
  return (
    (initials.length > 1
      ? initials.join('').slice(0, 4)
      : name.replaceAll(/[^\p{L}\p{N}]/gu, '').slice(0, 4)
    ).toUpperCase() || 'NEW'
  )
}
