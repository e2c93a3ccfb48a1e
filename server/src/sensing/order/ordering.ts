import { itself, type Ordering } from '#community/index.ts'
import { hideIn } from '#platform/hide.ts'
import { escalationFor } from '../escalation/access.ts'
import { keepsOrder as keepsOrderOnEscalation } from '../escalation/escalation.ts'
import { imperativeFor } from '../imperative/access.ts'
import { signalFor } from '../signal/access.ts'
import { keepsOrder as keepsOrderOnSignal } from '../signal/signal.ts'
import { coverAddresses, coverPages, signalWithCopies } from './queries.ts'

export const signalOrder: Ordering = {
  async find(db, actor, id) {
    const { signal, who } = await signalFor(db, actor, id)
    return {
      community: signal.communityId,
      keepsOrder: keepsOrderOnSignal(signal, who),
      theirs: who.author,
      hidden: signal.hiddenAt !== null,
      people: [signal.addedBy],
    }
  },
  hide: hideIn('signal'),
  withCopies: signalWithCopies,
  async cover(tx, ids, pattern, cover) {
    const places = await coverPages('signal')(tx, ids, pattern, cover)
    for (const id of await coverAddresses(tx, ids, pattern)) places.set(id, (places.get(id) ?? 0) + 1)
    return places
  },
}

export const escalationOrder: Ordering = {
  async find(db, actor, id) {
    const { escalation, who } = await escalationFor(db, actor, id)
    return {
      community: escalation.communityId,
      keepsOrder: keepsOrderOnEscalation(who),
      theirs: who.author,
      hidden: escalation.hiddenAt !== null,
      people: [escalation.sentBy],
    }
  },
  hide: hideIn('escalation'),
  withCopies: itself,
  cover: coverPages('escalation'),
}

/** Aims are the organization's: its knowledge office keeps order on them. */
export const imperativeOrder: Ordering = {
  async find(db, actor, id) {
    const { imperative } = await imperativeFor(db, actor, id)
    return {
      community: null,
      keepsOrder: actor.office,
      theirs: imperative.carrierId === actor.id,
      hidden: imperative.hiddenAt !== null,
      people: [imperative.carrierId],
    }
  },
  hide: hideIn('imperative'),
  withCopies: itself,
  cover: coverPages('imperative'),
}
