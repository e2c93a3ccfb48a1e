import { parseFeed } from 'feedsmith'
import { plainText } from '#platform/markdown.ts'
import { keyOf, plainLink } from '../signal/signal.ts'

/** One entry of a feed, as plain text. */
export interface Entry {
  key: string
  link: string | null
  title: string
  summary: string
  /** ISO 8601, when the feed says so and it can be read. */
  publishedAt: string | null
}

export interface ReadFeed {
  title: string
  entries: Entry[]
  /** Seconds until the feed wants to be read again. */
  every: number | null
}

/** More than anybody looks at; a feed that brings its whole archive is cut there. */
export const mostEntries = 100

interface Raw {
  id?: string | undefined
  link?: string | undefined
  title?: string | undefined
  summary?: string | undefined
  at?: string | undefined
}

/** Reads RSS, RDF, Atom or JSON Feed. Throws where it is none of them, or one that sets traps. */
export function readFeed(text: string, base: string): ReadFeed {
  // Feeds have no use for entities of their own; documents that make a machine run out of memory do.
  if (/<!ENTITY/i.test(text)) throw new Error('entities')
  const { title, items, every } = rawOf(text)
  return {
    title: words(title, 300),
    entries: items.slice(0, mostEntries).flatMap((raw) => entryOf(raw, base) ?? []),
    every,
  }
}

function rawOf(text: string): { title: string | undefined; items: Raw[]; every: number | null } {
  const parsed = parseFeed(text)
  switch (parsed.format) {
    case 'rss': {
      const { feed } = parsed
      const items = (feed.items ?? []).map((item) => ({
        id: item.guid?.value,
        link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
        title: item.title,
        summary: item.description ?? item.content?.encoded,
        at: item.pubDate ?? item.dc?.dates?.[0],
      }))
      return { title: feed.title, items, every: feed.ttl ? feed.ttl * 60 : null }
    }
    case 'atom': {
      const { feed } = parsed
      const items = (feed.entries ?? []).map((entry) => ({
        id: entry.id,
        link: (entry.links?.find(({ rel }) => !rel || rel === 'alternate') ?? entry.links?.[0])?.href,
        title: entry.title?.value,
        summary: entry.summary?.value ?? entry.content?.value,
        at: entry.published ?? entry.updated,
      }))
      return { title: feed.title?.value, items, every: null }
    }
    case 'rdf': {
      const { feed } = parsed
      const items = (feed.items ?? []).map((item) => ({
        id: item.rdf?.about,
        link: item.link,
        title: item.title,
        summary: item.description,
        at: item.dc?.dates?.[0],
      }))
      return { title: feed.title, items, every: null }
    }
    case 'json': {
      const { feed } = parsed
      const items = (feed.items ?? []).map((item) => ({
        id: item.id,
        link: item.url ?? item.external_url,
        title: item.title,
        summary: item.summary ?? item.content_text ?? item.content_html,
        at: item.date_published ?? item.date_modified,
      }))
      return { title: feed.title, items, every: null }
    }
  }
}

const absolute = (link: string | undefined, base: string): string | undefined =>
  link && URL.canParse(link.trim(), base) ? new URL(link.trim(), base).href : undefined

function entryOf({ id, link, title, summary, at }: Raw, base: string): Entry | undefined {
  const address = plainLink(absolute(link, base))
  const said = words(summary, 1500)
  const called = words(title, 300) || cut(said, 120) || address?.slice(0, 300)
  if (!called) return undefined
  return {
    key: keyOf(clean(id ?? ''), address, called, said),
    link: address ?? null,
    title: called,
    summary: said === called ? '' : said,
    publishedAt: momentOf(at),
  }
}

function momentOf(at: string | undefined): string | null {
  const moment = Date.parse(at ?? '')
  // Years beyond four digits are no dates that anybody means, and PostgreSQL reads them otherwise.
  if (Number.isNaN(moment) || Math.abs(moment) > Date.UTC(9999, 0)) return null
  return new Date(moment).getUTCFullYear() < 1970 ? null : new Date(moment).toISOString()
}

/** Control characters, and marks that turn the direction of what follows, have no place in a line of a list. */
const clean = (text: string) =>
  text.replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, ' ').toWellFormed()

const words = (text: string | undefined, most: number): string =>
  cut(
    clean(plainText((text ?? '').slice(0, 200_000)))
      .replaceAll(/\s+/g, ' ')
      .trim(),
    most,
  )

function cut(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
