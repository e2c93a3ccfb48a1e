import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Row = Record<string, string | number>

const escaped = (value: string | number) =>
  String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#xA;')

export const xml = (root: string, rows: Row[]) =>
  `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<${root}>\n${rows
    .map(
      (row) =>
        `  <row ${Object.entries(row)
          .map(([name, value]) => `${name}="${escaped(value)}"`)
          .join(' ')} />`,
    )
    .join('\n')}\n</${root}>\n`

export interface SmallDump {
  posts: Row[]
  users?: Row[]
  comments?: Row[]
  votes?: Row[]
}

/** Writes a dump to a folder of this name, and tells where. */
export function dumpIn(folder: string, { posts, users, comments, votes }: SmallDump): string {
  const path = join(mkdtempSync(join(tmpdir(), 'mortar-dump-')), folder)
  mkdirSync(path)
  const write = (name: string, root: string, rows: Row[] | undefined) =>
    rows && writeFileSync(join(path, name), xml(root, rows))
  write('Posts.xml', 'posts', posts)
  write('Users.xml', 'users', users)
  write('Comments.xml', 'comments', comments)
  write('Votes.xml', 'votes', votes)
  return path
}

const asked = { PostTypeId: 1, CreationDate: '2014-03-13T20:32:04.033', Body: '<p>Why?</p>' }
const answered = { PostTypeId: 2, CreationDate: '2014-03-14T08:00:00.000', Body: '<p>Because.</p>' }

export const question = (Id: number, more: Row = {}): Row => ({ Id, Title: `Question ${Id}`, ...asked, ...more })
export const answer = (Id: number, ParentId: number, more: Row = {}): Row => ({ Id, ParentId, ...answered, ...more })
