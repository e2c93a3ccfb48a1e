import { sql } from 'kysely'
import { coverTexts, textsOf } from '#platform/cover.ts'
import type { Reader, Writer } from '#platform/database.ts'

type Ordered = 'signal' | 'escalation' | 'imperative'

/** Every column in which somebody wrote something about a page of a kind. */
const texts = {
  signal: [textsOf('signal', 'title summary'), textsOf('triage', 'reason', '', 'signal_id')],
  escalation: [
    textsOf('escalation', 'title asked background'),
    textsOf('escalation_move', 'reason', '', 'escalation_id'),
    // Its title is the reason why a signal was escalated.
    textsOf('triage', 'reason', '', 'escalation_id'),
  ],
  imperative: [
    textsOf('imperative', 'title why ended_reason'),
    textsOf('imperative_service', 'how', '', 'imperative_id'),
  ],
}

export const coverPages =
  (kind: Ordered) =>
  (tx: Writer, ids: string[], pattern: string, cover: string): Promise<Map<string, number>> =>
    coverTexts(tx, texts[kind], ids, pattern, cover)

/** An address may hold words as well. Where it goes, what its feed calls it goes on as a mark that is recognized. */
export async function coverAddresses(tx: Writer, ids: string[], pattern: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update signal set link = case when link ~* ${pattern} then null else link end,
      key = case when key ~* ${pattern} then 'covered:' || md5(key) else key end
    where id = any(${ids}::uuid[]) and (link ~* ${pattern} or key ~* ${pattern}) returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** A signal, and those that communities took up from it with the same words. */
export async function signalWithCopies(db: Reader, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from signal where id = ${id} or from_id = ${id} order by id = ${id} desc, id`.execute(db)
  return rows.map((row) => row.id)
}
