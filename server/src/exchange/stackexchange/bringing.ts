import type { Database } from '#platform/database.ts'
import type { Dump } from './dump.ts'
import type { Author } from './posts.ts'
import { authorKey } from './posts.ts'
import type { Report } from './report.ts'
import type { Site } from './site.ts'
import type { Survey } from './survey.ts'

export type Step = 'reading' | 'questions' | 'answers' | 'comments'
export type TellStep = (step: Step, done: number, total: number) => void

/** One import while it runs. */
export interface Bringing {
  db: Database
  dump: Dump
  site: Site
  survey: Survey
  communityId: string
  report: Report
  tell: TellStep
  /** Persons by author. */
  people: Map<string, string>
  /** Topics by tag. */
  topics: Map<string, string>
}

export const personOf = ({ people }: Bringing, author: Author | null): string | null =>
  (author && people.get(authorKey(author))) ?? null

const size = 500

/** So many at a time as one transaction writes well. */
export async function* batches<T>(all: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const one of all) {
    batch.push(one)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
