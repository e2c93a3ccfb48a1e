/**
 * A backup is one gzip file of lines: a head, then for each table a line that names it, its rows as PostgreSQL's COPY
 * writes them and a line `\.`, and at last a line that says how much there was, so that a cut file is noticed.
 */
export const format = 'mortar-backup-1'

export interface Head {
  format: string
  mortar: string
  at: string
  migrations: { name: string; checksum: string }[]
  /** The first activity that each reader may not have read. */
  readers: { name: string; next: number }[]
}

export interface TableHead {
  table: string
  columns: string[]
  rows: number
}

export interface End {
  end: true
  tables: number
  rows: number
}

/** What a restored Mortar makes anew, or what must end with the machine it was on. */
export const notInBackup = new Set([
  'migration',
  'session',
  'sign_in_rate',
  'idempotency',
  'file_removal',
  'activity_reader',
  'community_units',
  'inquiry_page',
  'search_entry',
  'search_level',
  'search_word',
])
