import { refuse } from '../../refusals.ts'
import { readMailbox } from '../imap/read-mailbox.ts'
import type { TraceFile } from '../read/files.ts'
import { type Corrected, mustSuffice, type Reading, readingOf } from '../read/reading.ts'
import { readTable } from '../read/table.ts'
import { readCalendar } from './calendar.ts'
import { readGit } from './git.ts'
import { readMattermost } from './mattermost.ts'
import { readMaildir, readMbox } from './mbox.ts'
import type { ReadForm } from './read-form.ts'
import { readSlack } from './slack.ts'

const forms = {
  mbox: readMbox,
  maildir: readMaildir,
  imap: readMailbox,
  git: readGit,
  calendar: readCalendar,
  slack: readSlack,
  mattermost: readMattermost,
}
type Form = keyof typeof forms

/** How a file is read: as its place, its name or its beginning shows. */
export async function formFor(file: TraceFile, corrected?: Corrected): Promise<ReadForm> {
  const form = await otherForm(file)
  if (form) {
    // What holds words of people is read where it lies, and never sent here.
    if (!file.path && form !== 'imap') throw refuse.unsupported('onlyTables', { name: file.name })
    return forms[form]
  }
  const reading = await readingOf(file, corrected)
  mustSuffice(reading, file.name)
  return (table, place, reader) => readTable(table, place, { ...reader, reading })
}

/** How a table that was sent would be read. What is none is not looked into. */
export async function tableIn(file: TraceFile, corrected?: Corrected): Promise<Reading> {
  if (await otherForm(file)) throw refuse.unsupported('onlyTables', { name: file.name })
  return readingOf(file, corrected)
}

const otherForm = async (file: TraceFile): Promise<Form | undefined> =>
  file.form ?? seenFrom((await file.slice(0, 512)).toString('latin1'))

function seenFrom(text: string): Form | undefined {
  const beginning = text.replace(/^\xEF\xBB\xBF/, '').trimStart()
  if (/^From \S/.test(text)) return 'mbox'
  if (/^BEGIN:VCALENDAR/i.test(beginning)) return 'calendar'
  if (text.startsWith('PK\u0003\u0004')) return 'slack'
  if (/^\{\s*"type"\s*:\s*"version"/.test(beginning)) return 'mattermost'
  return undefined
}
