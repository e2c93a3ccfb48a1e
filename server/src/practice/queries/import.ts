import type { EvidenceRule } from '@mortar/contract/community'
import type { PracticeState } from '@mortar/contract/practice'
import { evidenceRuleOf } from '#community/index.ts'
import type { Reader, Writer } from '#platform/database.ts'

export const practiceByOrigin = async (db: Reader, origin: string): Promise<string | undefined> =>
  (await db.selectFrom('practice').select('id').where('origin', '=', origin).executeTakeFirst())?.id

export const ruleOf = async (db: Reader, communityId: string): Promise<EvidenceRule> =>
  (await evidenceRuleOf(db, communityId)).evidenceRule

interface Standing {
  state: PracticeState
  stewardId: string | null
  revision: number
  verifyDays: number
  currentAt: Date | null
  reviewAt: Date | null
  retiredAt: Date | null
  retiredReason: string | null
  changedAt: Date
}

/** Sets where an imported practice stands, once its history is in. */
export const finishImport = (tx: Writer, id: string, standing: Standing) =>
  tx.updateTable('practice').set(standing).where('id', '=', id).execute()
