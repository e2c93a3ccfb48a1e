import { gunzipSync, gzipSync } from 'node:zlib'
import type { Plan } from '@mortar/contract/lab'
import { type Intervention, type Organization, yourOrganization } from '@mortar/simulation'
import { tiePattern } from '#network/index.ts'
import type { Database } from '#platform/database.ts'
import { carriedOver } from '../organization/interventions.ts'
import { NotToBeTaken, takeOrganization } from '../organization/organization.ts'
import type { Failure } from '../queries/runs.ts'

/** What a what-if starts from: kept with its run, so that it can be gone on with and repeated. Nobody's id is in it. */
export interface Given {
  readonly organization: Organization
  readonly interventions: readonly Intervention[]
  readonly on: string
  readonly communities: number
  readonly tied: number | null
  readonly domains: number
}

/** Tells in a sentence why something cannot be run. */
export class CannotRun extends Error {
  readonly failure: Failure
  constructor(key: string, params: Record<string, unknown> = {}) {
    super(key)
    this.failure = { key: `lab:${key}`, params }
  }
}

export async function takeGiven(db: Database, plan: Pick<Plan, 'settings' | 'interventions'>): Promise<Given> {
  const pattern = await tiePattern(db)
  const taken = await takeOrganization(db, pattern).catch((error: unknown) => {
    throw error instanceof NotToBeTaken ? new CannotRun(error.key) : error
  })
  const interventions = carriedOver(plan.interventions ?? [], taken)
  if (!interventions) throw new CannotRun('placeGone')
  const { organization, communities, crafts } = taken
  // As many kinds of problems as crafts; where these are few, as many as the model takes by itself.
  const domains = Math.max(crafts.length, 10)
  const given = { organization, interventions }
  const { error } = yourOrganization.settings.safeParse({ ...plan.settings, ...given, domains })
  if (error) throw new CannotRun('planNoLongerFits', { reason: error.issues[0]?.message ?? '' })
  const on = new Date().toISOString().slice(0, 10)
  return { ...given, on, communities: communities.length, tied: pattern?.people ?? null, domains }
}

/** Typed arrays become plain lists: else JSON writes them as objects. */
const plain = (_: string, value: unknown) => (ArrayBuffer.isView(value) ? [...(value as Int32Array)] : value)

export const packed = (given: Given): Buffer => gzipSync(JSON.stringify(given, plain))
export const unpacked = (given: Buffer): Given => JSON.parse(gunzipSync(given).toString()) as Given
