import type { AdoptionState } from '@mortar/contract/practice'

const next: Record<AdoptionState | 'none', readonly AdoptionState[]> = {
  none: ['trying', 'adopted', 'declined'],
  trying: ['adopted', 'dropped'],
  adopted: ['dropped'],
  declined: ['trying', 'adopted'],
  dropped: ['trying', 'adopted'],
}

/** What a unit may decide after its last decision. What is retired can only be dropped. */
export const nextDecisions = (last: AdoptionState | null, current: boolean): AdoptionState[] =>
  next[last ?? 'none'].filter((state) => current || state === 'dropped')

export const isInUse = (state: AdoptionState) => state === 'trying' || state === 'adopted'
