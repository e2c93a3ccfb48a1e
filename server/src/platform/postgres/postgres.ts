import type { PoolConfig } from 'pg'

export interface Postgres {
  config: PoolConfig
  url: string
  /** For people: which PostgreSQL this is. */
  described: string
  /** Where the embedded database lies. */
  folder: string | undefined
  notes: string[]
  /** Leaves; whoever leaves last shuts the embedded database down cleanly. */
  stop(): Promise<void>
  /** For a forced end: tells the embedded database to shut down and does not wait. */
  abandon(): void
}
