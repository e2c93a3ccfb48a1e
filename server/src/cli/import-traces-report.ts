import { presentTraceReport, type TraceImportRow, type TraceSource } from '#network/index.ts'

const number = (value: number) => value.toLocaleString('en')

/** What was read, kept and left out, for people. */
export function shown(source: TraceSource, found: TraceImportRow, looked: boolean): string {
  const report = presentTraceReport(found.report!, 'en')
  const { matched, doubtful, unknown, noPerson } = report.identities
  return [
    '',
    `  ${source.name}: ${number(report.rows)} rows, ${report.from ?? 'no day'} to ${report.to ?? 'no day'}`,
    '',
    `  Traces     ${number(report.traces)}${report.pairs === null ? '' : `, between ${number(report.pairs)} pairs`}`,
    `  Counts     ${number(report.kept)} of a pair and a week; those of people who did not agree are not kept`,
    `  Addresses  ${number(matched)} are people, ${number(doubtful)} doubtful, ${number(unknown)} unknown, ${number(noPerson)} no person`,
    ...report.skipped.map((skip) => `  - ${skip.sentence}`),
    ...report.notes.map((note) => `  * ${note}`),
    '',
    looked
      ? '  Nothing was changed: this was a dry run.'
      : `  Imported in ${report.seconds} s. The page of the source can take it back.`,
  ].join('\n')
}

/** The same for a program. */
export const described = (source: TraceSource, found: TraceImportRow) => ({
  source: { id: source.id, name: source.name },
  import: found.id,
  state: found.state,
  report: presentTraceReport(found.report!, 'en'),
})
