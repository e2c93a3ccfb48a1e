import type { ImportSummary } from '@mortar/contract/organization'
import type { Problem } from './problems.ts'

/** Who or what is meant: the id of what is there already, or `new:` and a number for what comes in. */
export type Ref = string
export const isNew = (ref: Ref) => ref.startsWith('new:')

export interface PersonChange {
  ref: Ref
  row: number | null
  key: string | null
  email: string | null
  name: string
  occupation: string | null
  leftOn: string | null
}

export interface PositionChange {
  /** The position that is altered or ended; null for a new one. */
  id: string | null
  person: Ref
  unit: Ref | null
  title: string | null
  manager: Ref | null
  fromDay: string
  toDay: string | null
}

export interface UnitChange {
  ref: Ref
  key: string | null
  name: string
  parent: Ref | null
  closed: boolean
}

export interface ManagerChange {
  unit: Ref
  person: Ref
  act: 'add' | 'remove'
  derived: boolean
}

/** One line for who looks at the plan. */
export interface PlanLine {
  kind: 'person' | 'unit'
  row: number | null
  name: string
  note: string | null
  changes: { field: string; before: string | null; after: string | null }[]
}

/** All that an import would do, and nothing else. */
export interface Plan {
  people: PersonChange[]
  positions: PositionChange[]
  units: UnitChange[]
  managers: ManagerChange[]
  lines: { added: PlanLine[]; changed: PlanLine[]; ended: PlanLine[] }
  problems: Problem[]
  summary: ImportSummary
}
