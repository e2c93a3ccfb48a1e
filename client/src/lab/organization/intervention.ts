import type { Intervention } from '@mortar/contract/lab-organization'
import type { Answer } from '#app/api.ts'

export type Kind = Intervention['kind']
export type Places = Answer<'GET /lab/organization'>

/** In the order in which a page offers them. */
export const kinds: readonly Kind[] = [
  'closeCommunity',
  'openCommunity',
  'communityTime',
  'moveUnit',
  'mergeUnits',
  'removeSpanner',
  'rotate',
  'throughTheLine',
]

/** A step of a plan that is being made: places are chosen one after the other. */
export interface Step {
  /** Tells steps apart while they are moved about. */
  readonly id: string
  readonly kind: Kind
  readonly values: Readonly<Record<string, string | number | null>>
}

const usual: Record<Kind, Step['values']> = {
  closeCommunity: { community: null },
  openCommunity: { people: 20, occupation: null },
  communityTime: { share: 10 },
  moveUnit: { unit: null, under: null, channelsLost: 50 },
  mergeUnits: { unit: null, into: null, channelsLost: 50 },
  removeSpanner: { people: 1 },
  rotate: { share: 10 },
  throughTheLine: {},
}

/** Fields that are asked for in percent and sent as shares. */
const shares = new Set(['share', 'channelsLost'])

let last = 0
/** Not met again in a plan that was kept and is gone on with. */
const newId = () => `${Date.now()} ${++last}`

export const newStep = (kind: Kind): Step => ({ id: newId(), kind, values: usual[kind] })

export const stepFrom = ({ kind, ...values }: Intervention): Step => ({
  id: newId(),
  kind,
  values: Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      shares.has(field) ? Math.round(100 * Number(value)) : value,
    ]),
  ),
})

const needed: Partial<Record<Kind, readonly string[]>> = {
  closeCommunity: ['community'],
  moveUnit: ['unit', 'under'],
  mergeUnits: ['unit', 'into'],
}

export const isWhole = ({ kind, values }: Step): boolean =>
  (needed[kind] ?? []).every((field) => values[field] !== null)

export const sentFrom = ({ kind, values }: Step): Intervention =>
  ({
    kind,
    ...Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, shares.has(field) ? Number(value) / 100 : value]),
    ),
  }) as Intervention
