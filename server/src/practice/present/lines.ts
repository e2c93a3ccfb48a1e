import type { PracticeLine } from '@mortar/contract/practice'
import { plainText } from '#platform/markdown.ts'
import { isOverdue } from '../practice.ts'
import type { BriefRow, LineRow } from '../queries/lists.ts'

export const presentLine = (row: LineRow): PracticeLine => ({
  id: row.id,
  title: row.title,
  kind: row.kind,
  state: row.state,
  problem: excerpt(row.problem),
  community: row.community,
  variantContext: row.variantContext,
  validatedAt: row.validatedAt?.toISOString() ?? null,
  verifiedAt: row.verifiedAt?.toISOString() ?? null,
  reviewAt: row.reviewAt?.toISOString() ?? null,
  overdue: isOverdue(row, new Date()),
  evidence: row.evidence,
  units: row.units,
  changedAt: row.changedAt.toISOString(),
})

export const presentBrief = ({ id, title, evidence, validatedAt, reviewAt, state }: BriefRow) => ({
  id,
  title,
  evidence,
  validatedAt: validatedAt && new Date(validatedAt).toISOString(),
  overdue: isOverdue({ state, reviewAt: reviewAt === null ? null : new Date(reviewAt) }, new Date()),
})

const most = 200

function excerpt(html: string): string {
  const text = plainText(html.slice(0, 4 * most))
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`
}
