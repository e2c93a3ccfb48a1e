import type { EscalationLine, EscalationMove, EscalationView } from '@mortar/contract/sensing-escalations'
import { inquiriesFor, linkToInquiry } from '#inquiry/index.ts'
import { type Person, peopleFor, unitLinks } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { signalsFor } from '../signal/access.ts'
import type { EscalationFor } from './access.ts'
import { isOverdue, may, mayAddress, mayDelegate, mayTakeBack, today } from './escalation.ts'
import { type EscalationRow, type MoveRow, movesOf, signalOf } from './queries.ts'

const head = (row: EscalationRow, person: Person): EscalationLine => ({
  id: row.id,
  title: row.title,
  community: row.community,
  unit: row.unit,
  manager: person(row.managerId),
  delegate: person(row.delegateId),
  state: row.state,
  answer: row.answer,
  sentAt: row.sentAt.toISOString(),
  dueOn: row.dueOn,
  overdue: isOverdue(row, today()),
})

export async function presentLines(db: Reader, rows: EscalationRow[]): Promise<EscalationLine[]> {
  const person = await peopleFor(
    db,
    rows.flatMap(({ managerId, delegateId }) => [managerId, delegateId]),
  )
  return rows.map((row) => head(row, person))
}

/** An escalation with each step it took. What it came from is linked where the reader may see that. */
export async function presentEscalation(db: Reader, actor: Actor, found: EscalationFor): Promise<EscalationView> {
  const { escalation: row, who } = found
  const moves = await movesOf(db, row.id)
  const signal = await signalOf(db, row.id)
  const [person, units, inquiries, signals] = await Promise.all([
    peopleFor(db, [
      row.managerId,
      row.delegateId,
      row.sentBy,
      ...moves.flatMap(({ fromId, toId, byId }) => [fromId, toId, byId]),
    ]),
    unitLinks(db, [...new Set(moves.flatMap(({ unitId }) => unitId ?? []))]),
    inquiriesFor(db, actor, row.inquiryId ? [row.inquiryId] : []),
    signalsFor(db, actor, signal ? [signal] : []),
  ])
  const unit = new Map(units.map((one) => [one.id, one]))
  return {
    ...head(row, person),
    asked: { markdown: row.asked, html: renderMarkdown(row.asked) },
    background: row.background ? { markdown: row.background, html: renderMarkdown(row.background) } : null,
    inquiry: inquiries.map(linkToInquiry).map(({ id, title }) => ({ id, title }))[0] ?? null,
    signal: signals.map(({ id, title }) => ({ id, title }))[0] ?? null,
    sentBy: person(row.sentBy),
    readers: row.visibility === 'open' ? 'everybody' : 'members',
    moves: moves.map((move) => presentMove(move, person, unit)),
    may: {
      receive: may('receive', row, who),
      decide: may('decide', row, who),
      finish: may('finish', row, who),
      reopen: may('reopen', row, who),
      withdraw: may('withdraw', row, who),
      sendAgain: may('send_again', row, who),
      delegate: mayDelegate(row, who),
      takeBack: mayTakeBack(row, who),
      address: mayAddress(row, who),
    },
  }
}

const presentMove = (
  { fromId, toId, unitId, byId, at, ...move }: MoveRow,
  person: Person,
  unit: Map<string, { id: string; name: string }>,
): EscalationMove => ({
  ...move,
  from: person(fromId),
  to: person(toId),
  unit: (unitId && unit.get(unitId)) || null,
  by: person(byId),
  at: at.toISOString(),
})
