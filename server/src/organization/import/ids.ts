import { timeOrderedId } from '#platform/id.ts'
import type { Ref } from './plan/plan.ts'

/** Gives what is new its id, ordered by time like all ids here, and leaves the ids of what is there. */
export function idsFor(): (ref: Ref) => string {
  const given = new Map<Ref, string>()
  return (ref) => {
    if (!ref.startsWith('new:')) return ref
    const id = given.get(ref) ?? timeOrderedId()
    given.set(ref, id)
    return id
  }
}
