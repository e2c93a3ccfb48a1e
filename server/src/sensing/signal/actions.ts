import { record } from '#activity/index.ts'
import { communityFor, isAlive } from '#community/index.ts'
import { inquiryFor } from '#inquiry/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { signalFor, signalToChange, signalToTriage } from './access.ts'
import { type NewTriage, knownSignal, saveSignal, undoTriage } from './queries.ts'
import { keyOf, mayUndo, plainLink } from './signal.ts'
import { triageInto } from './triage.ts'

interface Told {
  community: string | null
  title: string
  link: string | null
  summary: string
}

const about = (id: string) => ({ kind: 'signal', id }) as const

/** Tells of something from outside: a member to the community, the knowledge office to all. What is known is not told twice. */
export async function addSignal(db: Database, actor: Actor, { community: at, title, link, summary }: Told) {
  return inTransaction(db, async (tx) => {
    const communityId = at === null ? null : await livingForMember(tx, actor, at)
    if (at === null && !actor.office) throw refuse.forbidden('officeOnly')
    const plain = plainLink(link ?? undefined)
    const key = keyOf(undefined, plain, title, summary)
    const row = { communityId, key, link: plain ?? null, title, summary, addedBy: actor.id }
    const id = await saveSignal(tx, row)
    if (!id) return { id: (await knownSignal(tx, communityId, key, row.link))!, known: true }
    await record(tx, {
      actor: actor.id,
      verb: 'signal.added',
      subject: about(id),
      communities: communityId ? [communityId] : [],
    })
    return { id, known: false }
  })
}

async function livingForMember(tx: Parameters<typeof saveSignal>[0], actor: Actor, id: string): Promise<string> {
  const { community, who } = await communityFor(tx, actor, id)
  if (!who.member) throw refuse.forbidden('memberOnly')
  if (!isAlive(community)) throw refuse.conflict('communityClosed')
  return community.id
}

export async function triage(
  db: Database,
  actor: Actor,
  id: string,
  body: { outcome: 'inquiry' | 'watch' | 'nothing'; reason: string; watchUntil: string | null; inquiry: string | null },
): Promise<void> {
  const { outcome, reason, watchUntil, inquiry } = body
  if (watchUntil && watchUntil <= new Date().toISOString().slice(0, 10)) throw refuse.invalid('watchInPast')
  await inTransaction(db, async (tx) => {
    const found = await signalToTriage(tx, actor, id)
    if (inquiry) {
      const { places } = await inquiryFor(tx, actor, inquiry)
      if (!places.some((place) => place.id === found.signal.communityId)) throw refuse.invalid('inquiryElsewhere')
    }
    const made: NewTriage = { outcome, reason, watchUntil, inquiryId: inquiry }
    await triageInto(tx, actor, found, made)
  })
}

/** What was made of it stays readable; the signal is new again. */
export async function undo(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { signal, who } = await signalToChange(tx, actor, id)
    if (!who.member) throw refuse.forbidden('memberOnly')
    if (!mayUndo(signal, who) || !(await undoTriage(tx, id, actor.id))) throw refuse.conflict('notTriaged')
    await record(tx, {
      actor: actor.id,
      verb: 'signal.triage_undone',
      subject: about(id),
      communities: signal.communityId ? [signal.communityId] : [],
    })
  })
}

/** A member, or the knowledge office for any community it may see, takes a signal of the organization up for a community. */
export async function takeUp(db: Database, actor: Actor, id: string, at: string): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const { signal } = await signalFor(tx, actor, id)
    if (signal.communityId !== null) throw refuse.conflict('notOfAll')
    const { community, who } = await communityFor(tx, actor, at)
    if (!who.member && !actor.office) throw refuse.forbidden('memberOnly')
    if (!isAlive(community)) throw refuse.conflict('communityClosed')
    const { title, summary, link, publishedAt } = signal
    const key = link ?? `signal:${id}`
    const row = { communityId: community.id, fromId: id, key, link, title, summary, publishedAt, addedBy: actor.id }
    const made = await saveSignal(tx, row)
    if (!made) {
      const known = (await knownSignal(tx, community.id, key, link))!
      // It lies with the community already; who may not read there is not told where.
      if (!who.member && community.visibility !== 'open') throw refuse.conflict('alreadyThere')
      return { id: known }
    }
    await record(tx, { actor: actor.id, verb: 'signal.taken_up', subject: about(made), communities: [community.id] })
    return { id: made }
  })
}
