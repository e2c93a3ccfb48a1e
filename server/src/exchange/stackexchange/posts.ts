import type { Row } from './rows.ts'

/** A post of a dump as far as it is brought in. */
export interface Post {
  id: string
  type: PostType
  at: Date
  editedAt: Date | null
  /** Of an answer: the question. */
  parent: string
  /** Of a question: the answer that its author accepted. */
  accepted: string
  title: string
  html: string
  tags: string[]
  author: Author | null
  closed: boolean
  everybodys: boolean
}

export interface Author {
  /** The number of an account; the display name where the account is gone. */
  by: 'id' | 'name'
  value: string
  /** What the post itself calls its author. */
  called: string | null
}

const types = {
  '1': 'question',
  '2': 'answer',
  '4': 'wiki',
  '5': 'wiki',
  '6': 'nomination',
  '7': 'nomination',
} as const
export type PostType = (typeof types)[keyof typeof types] | 'other'

/** A row as a post, or nothing when it lacks what makes one. */
export function postOf(row: Row): Post | undefined {
  const at = momentOf(row['CreationDate'])
  if (!row['Id'] || !row['PostTypeId'] || !at) return undefined
  const edited = momentOf(row['LastEditDate'])
  return {
    id: row['Id'],
    type: types[row['PostTypeId'] as keyof typeof types] ?? 'other',
    at,
    editedAt: edited && edited > at ? edited : null,
    parent: row['ParentId'] ?? '',
    accepted: row['AcceptedAnswerId'] ?? '',
    title: (row['Title'] ?? '').trim(),
    html: row['Body'] ?? '',
    tags: tagsOf(row['Tags'] ?? ''),
    author: authorOf(row['OwnerUserId'], row['OwnerDisplayName']),
    closed: Boolean(row['ClosedDate']),
    everybodys: Boolean(row['CommunityOwnedDate']),
  }
}

/** Earlier dumps write `<a><b>`, later ones `|a|b|`. */
export const tagsOf = (tags: string): string[] => [...new Set(tags.match(/[^<>|]+/g) ?? [])]

export function authorOf(id: string | undefined, name: string | undefined): Author | null {
  const called = name?.trim() || null
  if (id) return { by: 'id', value: id, called }
  return called ? { by: 'name', value: called, called } : null
}

export const authorKey = ({ by, value }: Author): string => (by === 'id' ? value : `name:${value}`)

/** Dumps tell time in UTC without saying so. */
export function momentOf(text: string | undefined): Date | undefined {
  if (!text) return undefined
  const at = new Date(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
