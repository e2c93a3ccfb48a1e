/** A folder that holds an organization: lines of JSON for programs, Markdown for people, files as they were. */
export const format = 'mortar-archive-1'

export interface Manifest {
  format: string
  mortar: string
  at: string
  migration: string
  tables: Record<string, number>
  files: number
  leftOut: Record<string, string>
}

/** What an archive does not carry, and why. */
export const leftOut: Record<string, string> = {
  account: 'sign-in: people are invited anew',
  credential: 'passwords',
  session: 'sessions',
  verification: 'sign-in under way',
  passkey: 'passkeys belong to one address',
  sign_in_rate: 'counts of sign-in attempts',
  sign_in_link: 'one-time links',
  personal_token: 'tokens',
  draft: 'what people are still writing is theirs alone',
  idempotency: 'repeated requests of a day',
  search_entry: 'made anew from the rest',
  search_word: 'made anew from the rest',
  activity_reader: 'made anew from the rest',
  migration: 'the version is in the manifest',
}

/** Columns that a database gives anew. */
export const ownColumns = (table: string, columns: string[]) =>
  columns.filter((column) => !(table === 'activity' && column === 'transaction'))
