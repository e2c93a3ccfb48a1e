/** Where traces come from: what for, on which ground, for how long, and whose traces may be kept. */
export interface Source {
  id: string
  name: string
  kind: 'messages' | 'artefacts' | 'meetings' | 'survey' | 'mortar'
  channel: string
  channels: string[]
  purpose: string
  legalGround: string
  retentionDays: number
  mode: 'opt_in' | 'announced'
  announcedAt: Date | null
  createdAt: Date
  closedAt: Date | null
}

/** What somebody said last about a source. */
export type Said = boolean | undefined

export const noticeDays = 14
const day = 86_400_000

/** By opt-in whoever agreed; of an announced source everybody who has been told and has not withdrawn. */
export const mayKeep = ({ mode, announcedAt }: Pick<Source, 'mode' | 'announcedAt'>, said: Said): boolean =>
  mode === 'opt_in' ? said === true : announcedAt !== null && said !== false

/** From when on something may be computed; nothing while everybody has not been told. */
export function computedFrom({ mode, announcedAt, createdAt }: Source): Date | null {
  if (mode === 'opt_in') return createdAt
  return announcedAt && new Date(announcedAt.getTime() + noticeDays * day)
}

export function mayCompute(source: Source, now: Date): boolean {
  const from = computedFrom(source)
  return from !== null && from <= now && source.closedAt === null
}

type Terms = Pick<Source, 'purpose' | 'legalGround' | 'retentionDays' | 'mode'>

/** Whether people would have to be told again: what is said of a source is what they agreed to. */
export const asksMore = (before: Terms, after: Terms): boolean =>
  before.purpose !== after.purpose ||
  before.legalGround !== after.legalGround ||
  after.retentionDays > before.retentionDays ||
  before.mode !== after.mode

/** Whether traces may come in: the source is open, and everybody was told where that is its mode. */
export const takesTraces = ({ mode, announcedAt, closedAt }: Source): boolean =>
  closedAt === null && (mode === 'opt_in' || announcedAt !== null)

/** Whether imports of it are shown and can be taken back; those of a survey without a file came of its closing. */
export const showsImport = ({ kind }: Pick<Source, 'kind'>, { files }: { files: readonly unknown[] }): boolean =>
  kind !== 'mortar' && (kind !== 'survey' || files.length > 0)

/** Whether its traces come from files; others are read by Mortar itself, or asked of people. */
export const readsFiles = ({ kind }: Pick<Source, 'kind'>): boolean => kind !== 'survey' && kind !== 'mortar'
