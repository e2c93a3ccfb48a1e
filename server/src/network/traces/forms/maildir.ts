import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { headOf, longestHead, mailOf } from '@mortar/traces'
import { Taking } from '../gather/taking.ts'
import type { ReadForm } from './read-form.ts'

/** A folder with a file for each mail: of each no more is read than its head. */
export const readMaildir: ReadForm = async (file, _place, { gather, at, seen }) => {
  const taking = new Taking(gather)
  const buffer = Buffer.alloc(longestHead)
  const entries = await readdir(file.path!, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /[/\\](cur|new)$/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const [n, path] of paths.entries()) {
    const handle = await open(path)
    try {
      taking.take(mailOf(headOf(await headIn(handle, buffer)), seen))
    } finally {
      await handle.close()
    }
    at(Math.round((file.size * (n + 1)) / paths.length))
  }
}

const step = 4096

async function headIn(handle: Awaited<ReturnType<typeof open>>, buffer: Buffer): Promise<string> {
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, Math.min(step, buffer.length - length), length)
    length += bytesRead
    const text = buffer.toString('latin1', 0, length)
    const end = /\r?\n\r?\n/.exec(text)
    if (end || bytesRead === 0) return end ? text.slice(0, end.index) : text
  }
  return buffer.toString('latin1', 0, length)
}
