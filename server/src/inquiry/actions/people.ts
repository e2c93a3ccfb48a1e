import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { inquiryToChange } from '../access.ts'
import { decides, mayAskPeople } from '../inquiry.ts'
import { declineSeat, peopleToAsk, takeSeats } from '../queries/people.ts'
import { readersAmong } from '../queries/inquiries.ts'
import { refuse } from '../refusals.ts'
import { mustStand, recordOn } from './said.ts'

/** Asks people by name: three at most, who can read it and accept being asked. */
export const askPeople = (db: Database, actor: Actor, id: string, people: string[]): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    if (!decides(found)) throw refuse.forbidden('notDeciding')
    mustStand(found)
    if (!mayAskPeople(found)) throw refuse.conflict('alreadyResolved')

    const wanted = [...new Set(people)]
    if (wanted.includes(found.inquiry.askedBy ?? '')) throw refuse.invalid('asksThemselves')
    const known = await peopleToAsk(tx, wanted)
    const readers = await readersAmong(tx, id, wanted)
    for (const personId of wanted) {
      const person = known.find((one) => one.id === personId)
      if (!person) throw refuse.notFound('personUnknown')
      if (!readers.includes(personId)) throw refuse.conflict('personCannotRead', { name: person.name })
      if (!person.acceptsQuestions) throw refuse.conflict('personAcceptsNone', { name: person.name })
    }
    const asked = await takeSeats(tx, id, actor.id, wanted)
    if (asked === undefined) throw refuse.conflict('threeAtMost')
    if (asked.length > 0) await recordOn(tx, found, 'person_asked', { people: asked })
  })

/** Not me, not now: the seat is free for somebody else, and no reason is asked. */
export const declineBeingAsked = (db: Database, actor: Actor, id: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    if (!(await declineSeat(tx, id, actor.id))) return
    await recordOn(tx, found, 'person_declined', { people: [found.inquiry.askedBy] })
  })
