import type { importStackExchange as bring } from './import.ts'

export type { TellStep } from './bringing.ts'
export type { Asked as AskedImport } from './import.ts'
export type { Report as StackExchangeReport } from './report.ts'

/** Read when a dump is brought in: a server, which never does, keeps what reads HTML out of its memory. */
export const importStackExchange: typeof bring = async (...given) =>
  (await import('./import.ts')).importStackExchange(...given)
