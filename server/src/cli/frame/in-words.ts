import { codeOf, Failure } from '#platform/failure.ts'
import { Refusal } from '#platform/refusal.ts'
import { sentence } from '#platform/words.ts'

/** What a room refuses, and files that are not there, become sentences of the command line. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) throw new Failure(sentence('en', error.key, error.params), 'refused')
    const { path } = error as { path?: string }
    if (codeOf(error) === 'ENOENT') throw new Failure(`There is no file "${path}".`, 'usage')
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EISDIR')
      throw new Failure(`The file "${path ?? ''}" cannot be read.`, 'usage')
    throw error
  }
}
