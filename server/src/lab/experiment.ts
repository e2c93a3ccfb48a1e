import type { ExperimentSeen, Plan, Result } from '@mortar/contract/lab'
import type { OrganizationOutcome } from '@mortar/contract/lab-organization'

export interface Experiment {
  id: string
  byId: string | null
  at: Date
  changedAt: Date
  name: string
  note: string
  model: string
  plan: Plan
  version: number
  program: string
  seen: ExperimentSeen
  copyOf: string | null
  result: Result | null
  outcome: OrganizationOutcome | null
  retiredAt: Date | null
}

/** Everybody in the organization may see what its maker shows; what was removed only its maker, to bring it back. */
export const maySeeExperiment = ({ byId, seen, retiredAt }: Experiment, personId: string): boolean =>
  byId === personId || (seen === 'organization' && retiredAt === null)

export const mayChange = ({ byId, retiredAt }: Experiment, personId: string): boolean =>
  byId === personId && retiredAt === null

export const mayRestore = ({ byId, retiredAt }: Experiment, personId: string): boolean =>
  byId === personId && retiredAt !== null
