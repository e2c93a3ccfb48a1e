import { basename, dirname, resolve } from 'node:path'

/** Where a dump comes from, and how sure that is. */
export interface Site {
  name: string
  known: 'told' | 'folder' | 'links' | 'no'
  /** The address of the original, as it is kept with what was brought in. */
  question(id: string): string
  answer(id: string): string
  comment(id: string): string
  /** What the organization calls one of its people. */
  personKey(author: string): string
}

const host = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** The site as told, as the folder is called, or as the posts link to their own site; else the folder's name alone. */
export function siteOf(posts: string, told: string | undefined, links: Map<string, number>): Site {
  if (told) return site(told.toLowerCase(), 'told')
  const folder = basename(dirname(resolve(posts))).toLowerCase()
  if (host.test(folder)) return site(folder, 'folder')
  const own = [...links].filter(([name]) => isCalled(name, folder)).toSorted(([, a], [, b]) => b - a)[0]
  return own ? site(own[0], 'links') : site(folder, 'no')
}

export const isHost = (name: string): boolean => host.test(name.toLowerCase())

const letters = (name: string) => name.replaceAll(/[^a-z0-9]/g, '')
const isCalled = (name: string, folder: string) =>
  letters(folder).length >= 4 && letters(name).startsWith(letters(folder))

function site(name: string, known: Site['known']): Site {
  const base = known === 'no' ? `stackexchange:${name}` : `https://${name}`
  return {
    name,
    known,
    question: (id) => `${base}/questions/${id}`,
    answer: (id) => `${base}/a/${id}`,
    comment: (id) => `${base}/posts/comments/${id}`,
    personKey: (author) => `stackexchange:${name}:${author}`.slice(0, 200),
  }
}

const linked = /https?:\/\/([a-z0-9.-]+)\/(?:q|a|questions|users|tags)\//g

/** Counts the sites that a text links to. */
export function countLinks(html: string, links: Map<string, number>): void {
  for (const [, name] of html.matchAll(linked)) links.set(name!, (links.get(name!) ?? 0) + 1)
}
