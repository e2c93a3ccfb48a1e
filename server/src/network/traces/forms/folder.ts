import { type Export, exportOf, folderOf } from '@mortar/traces'
import { createReadStream } from 'node:fs'
import { type FileBelow, filesBelow, type TraceFile } from '../read/files.ts'
import { orRefused, type ReadForm, readingExport } from './read-form.ts'

/** What a folder holds: an export that was unpacked is what the zip was that it came in. */
export const exportBelow = async (file: TraceFile): Promise<Export> => exportOfFiles(file, await filesBelow(file.path!))

const exportOfFiles = (file: TraceFile, files: readonly FileBelow[]): Promise<Export> =>
  orRefused(file.name, async () => exportOf(folderOf(files, ({ path }) => createReadStream(path))))

export const readFolder: ReadForm = async (file, place, reader) => {
  const files = await filesBelow(file.path!)
  const all = files.reduce((sum, { blob }) => sum + blob.size, 0)
  const found = await exportOfFiles(file, files)
  const at = (read: number) => reader.at(Math.round((file.size * read) / Math.max(1, all)))
  await readingExport(found)(file, place, { ...reader, at })
}
