import type { ContributionView } from '@mortar/contract/inquiry'
import type { Person } from '#organization/index.ts'
import { pageFrom } from '#platform/cursor.ts'
import type { Reader } from '#platform/database.ts'
import * as rules from './contribution.ts'
import { type ContributionFor, readsContribution } from './contribution.ts'
import { type InquiryFor, setApart } from './inquiry.ts'
import { originOf } from './origin.ts'
import { type ContributionRow, contributionsIn } from './queries/contributions.ts'

export const pageOfThread = (rows: ContributionRow[], limit: number) =>
  pageFrom(rows, limit, (row) => [String(row.helpedAt === null), row.atKey, row.id])

export const contributionPage = async (db: Reader, inquiryId: string, after: string[] | undefined, limit: number) =>
  pageOfThread(await contributionsIn(db, inquiryId, after, limit), limit)

export function* peopleIn(rows: ContributionRow[]) {
  for (const row of rows) yield* [row.byId, row.helpedBy, ...row.thanks.map(({ by }) => by)]
}

export const presentContributions = (found: InquiryFor, rows: ContributionRow[], person: Person): ContributionView[] =>
  rows.map((row) => presentContribution({ ...found, contribution: row }, row, person))

function presentContribution(found: ContributionFor, row: ContributionRow, person: Person): ContributionView {
  const reads = readsContribution(found)
  return {
    id: row.id,
    parent: row.parentId,
    kind: row.kind,
    outcome: row.outcome,
    html: reads ? row.html : null,
    withheld: setApart(row) ?? (reads ? null : setApart(found.inquiry)),
    by: person(row.byId),
    at: row.at.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    version: row.version,
    origin: reads ? originOf(row.origin, row.at) : null,
    helped: row.helpedAt && { by: person(row.helpedBy), at: row.helpedAt.toISOString() },
    thanks: reads
      ? row.thanks.map(({ by, reason, at }) => ({ by: person(by), reason, at: new Date(at).toISOString() }))
      : [],
    may: {
      edit: rules.mayEditContribution(found),
      withdraw: rules.mayWithdrawContribution(found),
      restore: rules.mayRestoreContribution(found),
      reply: rules.mayReplyTo(found),
      thank: rules.mayThank(found),
      mark: rules.mayMarkHelped(found),
      hide: rules.mayHideContribution(found),
      show: rules.mayShowContribution(found),
      report: rules.mayReportContribution(found),
    },
  }
}
