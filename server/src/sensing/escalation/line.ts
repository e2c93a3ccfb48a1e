/** A unit on the way up, with who answers for it now: those present, the longest first. */
export interface UnitAbove {
  unitId: string
  open: boolean
  managers: string[]
}

export type Because = 'left' | 'moved' | 'dissolved' | 'found'

export type Onward =
  | { stays: true }
  | { stays: false; unitId: string; managerId: string; because: Because }
  /** Nobody answers for the unit, nor for any above it. */
  | { stays: false; unitId: null; managerId: null; because: Because }

/**
 * Who answers now for what was put to a unit: its manager as long as they are that, else who came after them there, else
 * whoever answers for the next unit up the line.
 */
export function onward(line: readonly UnitAbove[], managerId: string | null, present: boolean): Onward {
  const [here] = line
  if (managerId && here?.open && here.managers.includes(managerId)) return { stays: true }
  const next = line.find(({ open, managers }) => open && managers.length > 0)
  if (!next) {
    if (managerId === null) return { stays: true }
    return { stays: false, unitId: null, managerId: null, because: why(here, managerId, present) }
  }
  return { stays: false, unitId: next.unitId, managerId: next.managers[0]!, because: why(here, managerId, present) }
}

function why(here: UnitAbove | undefined, managerId: string | null, present: boolean): Because {
  if (managerId === null) return 'found'
  if (!here?.open) return 'dissolved'
  return present ? 'moved' : 'left'
}
