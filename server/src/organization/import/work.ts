import type { ImportState } from '@mortar/contract/organization'
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#platform/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { refuse } from '../refusals.ts'
import type { Tell } from './planning.ts'
import { beat, beginWork, failWork, type ImportRow } from './queries/imports.ts'

const pace = 700

interface Work {
  db: Database
  log: FastifyBaseLogger
  id: string
  /** The state while it is done, and the states it may begin from. */
  state: ImportState
  from: ImportState[]
  /** The state to go back to when it fails; nothing was changed then. */
  otherwise: ImportState
  run(tell: Tell): Promise<unknown>
}

/** Begins long work and lets the request go; its progress lies with the import. A work that dies is seen by its missing beat. */
export async function begin(work: Work): Promise<void> {
  const { db, id, state, from } = work
  if (!(await beginWork(db, id, state, from))) throw refuse.conflict('importBusy')
  void toEnd(work)
}

async function toEnd({ db, log, id, otherwise, run }: Work): Promise<void> {
  let progress: ImportRow['progress'] = null
  const beating = setInterval(() => void beat(db, id, progress).catch(() => {}), pace)
  try {
    await run((step, done, total) => (progress = { step, done, total }))
  } catch (error) {
    const refusal = error instanceof Refusal ? error : undefined
    if (!refusal) log.error({ err: error }, 'an import failed')
    const failure = { key: refusal?.key ?? 'organization:importDefect', params: refusal?.params ?? {} }
    await failWork(db, id, otherwise, failure).catch((err) => log.error({ err }, 'a failed import could not be marked'))
  } finally {
    clearInterval(beating)
  }
}
