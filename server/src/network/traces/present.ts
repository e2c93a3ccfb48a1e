import type { ImportReport, ImportView } from '@mortar/contract/network-traces'
import type { PersonLink } from '@mortar/contract/common'
import { sentence } from '#platform/words.ts'
import { enough } from '#platform/few.ts'
import { beginOf } from '../week.ts'
import { type Reason, reasons } from './gather/skips.ts'
import type { ImportRow, Report } from './queries/imports.ts'

const day = 86_400_000

const mondayOf = (week: number) => beginOf(week).toISOString().slice(0, 10)
const sundayOf = (week: number) => new Date(beginOf(week + 1).getTime() - day).toISOString().slice(0, 10)

/** What an import read, kept and left out, in words. */
export function presentReport(report: Report, language: string): ImportReport {
  const { counted, identities, withheld } = report
  // With fewer behind it, what was left out would tell of those who withdrew: it counts as if they had not.
  const mayTell = enough(withheld?.people ?? 0)
  return {
    rows: counted.rows,
    traces: counted.traces,
    pairs: report.pairs,
    kept: report.kept + (mayTell ? 0 : (withheld?.counts ?? 0)),
    from: counted.firstWeek === null ? null : mondayOf(counted.firstWeek),
    to: counted.lastWeek === null ? null : sundayOf(counted.lastWeek),
    identities: {
      matched: identities.matched ?? 0,
      doubtful: identities.doubtful ?? 0,
      unknown: identities.unknown ?? 0,
      noPerson: identities.no_person ?? 0,
    },
    skipped: reasons.flatMap((why) =>
      why === 'notAgreed' && !mayTell ? [] : skipped(why, counted.skips[why], language),
    ),
    strangers: report.strangers.map(([alias]) => alias),
    notes: notesOf(report, language),
    seconds: Number(report.seconds.toFixed(1)),
  }
}

function skipped(why: Reason, held: { count: number; rows: number[] } | undefined, language: string) {
  if (!held) return []
  const rows = held.rows.join(', ') + (held.count > held.rows.length && held.rows.length > 0 ? ' …' : '')
  return [{ why, sentence: sentence(language, `network:skipped.${why}`, { count: held.count, rows }), ...held }]
}

function notesOf({ share, strangers, overlaps, counted, matrices }: Report, language: string): string[] {
  const say = (key: string, params: Record<string, unknown>) => sentence(language, `network:note.${key}`, params)
  return [
    ...(counted.traces === 0 ? [say('nothing', {})] : []),
    ...(matrices?.relations ?? []).map((relation) => say('relation', relation)),
    ...(matrices && matrices.attributes.length > 0
      ? [say('attributes', { names: matrices.attributes.join(', ') })]
      : []),
    ...(share ? [share.alias ? say('shareAlias', { ...share }) : say('sharePerson', { share: share.share })] : []),
    ...(strangers.length > 0
      ? [say('strangers', { count: strangers.length, names: strangers.map(([alias]) => alias).join(', ') })]
      : []),
    ...overlaps.map(({ at, weeks: [first, last] }) =>
      say('overlap', { at: Date.parse(at), from: Number(beginOf(first)), to: Number(beginOf(last + 1)) - 1 }),
    ),
  ]
}

export function presentImport(
  row: ImportRow,
  by: PersonLink | null,
  received: ReadonlyMap<number, number>,
  language: string,
): ImportView {
  const stalled = row.state === 'reading' && !row.working
  const state = stalled ? 'stopped' : row.state
  const mailboxes = row.files.some(({ range }) => range !== undefined)
  return {
    id: row.id,
    at: row.at.toISOString(),
    by,
    state,
    mailboxes,
    files: row.files.map(({ name, size }, n) => ({
      name,
      size,
      received: received.get(n) ?? (row.state === 'receiving' ? 0 : size),
    })),
    progress: stalled ? null : row.progress,
    failure: row.failure && sentence(language, row.failure.key, row.failure.params),
    report: row.report && presentReport(row.report, language),
    may: {
      undo: ['done', 'stopped', 'failed', 'receiving', 'waiting'].includes(state),
      goOn: !mailboxes && (state === 'stopped' || state === 'failed'),
      look: !mailboxes && mayLook(row, state, received),
      stop: state === 'reading',
    },
  }
}

/** Whether somebody may see and say how its columns are to be read: it is here whole, and nothing of it was written. */
const mayLook = ({ files, reading }: ImportRow, state: string, received: ReadonlyMap<number, number>): boolean =>
  (state === 'receiving' || state === 'failed') &&
  reading.written === undefined &&
  files.every(({ size }, n) => received.get(n) === size)
