import { lazy, type ComponentType } from 'react'
import type { Answer } from '#app/api.ts'

export type Unit = Answer<'GET /units/{unit}'>
export type Person = Answer<'GET /people/{person}'>

type Part<Props> = ComponentType<Props>
const part = <Props extends object>(load: () => Promise<Part<Props>>) => lazy(async () => ({ default: await load() }))

/**
 * What other capabilities show of a unit, below its people. Each adds a line:
 *   part<{ unit: Unit }>(() => import('#practice/UnitPractices.tsx').then((module) => module.UnitPractices)),
 * and brings a `Section` of its own, or nothing when it has nothing to show.
 */
export const unitSections: readonly Part<{ unit: Unit }>[] = [
  part<{ unit: Unit }>(() => import('#desk/UnitPractices.tsx').then((module) => module.UnitPractices)),
  part<{ unit: Unit }>(() => import('#desk/UnitCommunities.tsx').then((module) => module.UnitCommunities)),
]

/** The same for a person. A part looks at `person.shows` before it shows something. */
export const personSections: readonly Part<{ person: Person }>[] = [
  part<{ person: Person }>(() => import('#desk/PersonWork.tsx').then((module) => module.PersonWork)),
  part<{ person: Person }>(() => import('#erasure/PersonErasure.tsx').then((module) => module.PersonErasure)),
  part<{ person: Person }>(() => import('#desk/PersonPractices.tsx').then((module) => module.PersonPractices)),
]

export { part }
