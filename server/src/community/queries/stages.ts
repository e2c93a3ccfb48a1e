import type { Form, Stage } from '@mortar/contract/community'
import type { Reader, Writer } from '#platform/database.ts'

interface StageMoveRow {
  communityId: string
  fromStage: Stage
  toStage: Stage
  proposed: Stage | null
  signs: string[]
  reason: string
  byId: string
}

export const saveStageMove = (tx: Writer, row: StageMoveRow) => tx.insertInto('stageMove').values(row).execute()

const kept = 100

type Kept<Row> = Omit<Row, 'communityId' | 'byId'> & { id: string; byId: string | null; at: Date }

/** What was decided of the stage, the latest first. */
export const stageMovesOf = (db: Reader, communityId: string) =>
  db
    .selectFrom('stageMove')
    .select(['id', 'fromStage', 'toStage', 'proposed', 'signs', 'reason', 'byId', 'at'])
    .$castTo<Kept<StageMoveRow>>()
    .where('communityId', '=', communityId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(kept)
    .execute()

interface FormChangeRow {
  communityId: string
  fromForm: Form
  toForm: Form
  reason: string
  byId: string
}

export const saveFormChange = (tx: Writer, row: FormChangeRow) => tx.insertInto('formChange').values(row).execute()

export const formChangesOf = (db: Reader, communityId: string) =>
  db
    .selectFrom('formChange')
    .select(['id', 'fromForm', 'toForm', 'reason', 'byId', 'at'])
    .$castTo<Kept<FormChangeRow>>()
    .where('communityId', '=', communityId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(kept)
    .execute()
