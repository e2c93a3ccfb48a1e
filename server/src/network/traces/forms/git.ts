import { spawn } from 'node:child_process'
import { gitArguments, projectOf, readGit } from '@mortar/traces'
import { refuse } from '../../refusals.ts'
import { type ReadForm, readingExport } from './read-form.ts'

/** The history of a project: who changed which files, from the log alone; what is in the files is never read. */
export const readProject: ReadForm = async (file, place, reader) => {
  const child = spawn('git', ['-C', file.path!, ...gitArguments], { stdio: ['ignore', 'pipe', 'pipe'] })
  let failure = ''
  child.stderr.on('data', (text: Buffer) => (failure += text.toString().slice(0, 2000)))
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  const project = projectOf(file.project ?? file.name)
  const log = readingExport({ read: (around) => readGit(child.stdout as AsyncIterable<Buffer>, around, project) })
  // How long a history is, is not known before its end.
  await log(file, place, { ...reader, at: () => reader.at(0) })
  if ((await ended) !== 0)
    throw refuse.invalid('notARepository', { name: file.name, failure: failure.trim().slice(0, 200) })
}
