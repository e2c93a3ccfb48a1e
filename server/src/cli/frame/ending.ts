import { CommanderError } from 'commander'
import { exitCodes, Failure } from '#platform/failure.ts'

/** Says how a command ended, and gives its exit code. */
export function ending(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  if (error instanceof Failure) {
    console.error(`mortar: ${error.message}`)
    return exitCodes[error.ending]
  }
  console.error('mortar: Something went wrong that Mortar did not expect. What follows helps whoever mends it.')
  console.error(error)
  return exitCodes.defect
}
