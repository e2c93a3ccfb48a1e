import { type Archive, type Entry } from './archive/archive.ts'
import { isZip, zipOf } from './archive/zip.ts'
import type { Bytes } from './bytes.ts'
import { beginsCalendar, readCalendar } from './forms/calendar.ts'
import { beginsGit, beginsOtherGit, projectOf, readGit } from './forms/git.ts'
import { beginsMattermost, linesOfMattermost, readMattermost } from './forms/mattermost.ts'
import { isSlack, readSlack } from './forms/slack.ts'
import { beginsMail, readMails } from './mail/mbox.ts'
import type { Around, Form } from './trace.ts'
import { Unreadable } from './unreadable.ts'

export interface Export {
  form: Form
  /** Takes out who, with whom and when, and tells how many bytes were read. */
  read(around: Around): Promise<void>
}

type Read = (source: AsyncIterable<Uint8Array>, around: Around) => Promise<void>

const looked = 512

/** What a file is, by how it begins; undefined for a table, or what may be one. Throws Unreadable for what is surely neither. */
export async function exportIn(file: Bytes): Promise<Export | undefined> {
  const bytes = await file.slice(0, looked)
  if (isZip(bytes)) return exportOf(await zipOf(file))
  const text = String.fromCharCode(...bytes)
  const plain = (form: Form, read: Read): Export => ({ form, read: (around) => read(file.from(0), around) })
  const beginning = text.replace(/^\xEF\xBB\xBF/, '').trimStart()
  if (beginsMail(text)) return plain('mail', readMails)
  if (beginsCalendar(beginning)) return plain('calendar', readCalendar)
  if (beginsMattermost(beginning)) return plain('mattermost', readMattermost)
  const project = projectOf(file.project ?? file.name)
  if (beginsGit(text)) return plain('git', (source, around) => readGit(source, around, project))
  mayBeTable(file.name, text)
  return undefined
}

/** Signs that other files begin with: PDF, gzip, 7z, RAR, old Office and Outlook, images, bzip2. */
const others = ['%PDF', '\x1F\x8B', '7z\xBC\xAF', 'Rar!', '\xD0\xCF\x11\xE0', '!BDN', '\x89PNG', '\xFF\xD8\xFF', 'BZh']
const named = /\.(?:ics|vcs|zip|mbox|mbx|eml)$/i

function mayBeTable(name: string, text: string) {
  if (text === '') return
  if (beginsOtherGit(text)) throw new Unreadable('gitOther')
  if (others.some((sign) => text.startsWith(sign))) throw new Unreadable('noForm')
  if (/\.(?:jsonl|json)$/i.test(name)) throw new Unreadable('mattermostOther')
  if (named.test(name)) throw new Unreadable('notAsNamed')
}

/** What a zip or a folder holds. Throws Unreadable for one that holds nothing of this kind. */
export function exportOf(archive: Archive): Export {
  if (isSlack(archive)) return { form: 'slack', read: (around) => readSlack(archive, around) }
  const lines = linesOfMattermost(archive)
  if (lines) return { form: 'mattermost', read: (around) => eachOf(archive, [lines], readMattermost, around) }
  const calendars = archive.entries.filter(({ path }) => /\.ics$/i.test(path))
  if (calendars.length > 0)
    return { form: 'calendar', read: (around) => eachOf(archive, calendars, readCalendar, around) }
  const mails = archive.entries.filter(({ path }) => /\.(?:mbox|mbx|eml)$/i.test(path))
  if (mails.length > 0) return { form: 'mail', read: (around) => eachOf(archive, mails, readMails, around) }
  throw new Unreadable('zipOther')
}

/** One after the other; how far it is goes by what each takes up in the archive. */
async function eachOf(archive: Archive, entries: readonly Entry[], read: Read, around: Around): Promise<void> {
  let before = 0
  for (const entry of entries) {
    const end = before + entry.packed
    await read(archive.read(entry), { ...around, at: (byte) => around.at(Math.min(end, before + byte)) })
    around.at((before = end))
  }
}
