/** Files that belong together: those of a zip, or of a folder. */
export interface Archive {
  entries: readonly Entry[]
  read(entry: Entry): AsyncIterable<Uint8Array>
}

export interface Entry {
  /** With `/` between, from the top of the archive. */
  path: string
  /** As it lies in the archive. */
  packed: number
}

const byPath = ({ path: one }: Entry, { path: other }: Entry) => (one < other ? -1 : one > other ? 1 : 0)

/** In one order, however they were packed; without what systems put in by themselves. */
export const inOrder = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ path }) => !/(^|\/)(__MACOSX|\.DS_Store|Thumbs\.db)(\/|$)/.test(path)).sort(byPath)

/** A folder, each file of it with its path; a browser gives blobs, a disk what is to be opened. */
export function folderOf<Held extends { size: number }>(
  files: readonly { path: string; blob: Held }[],
  chunks: (blob: Held) => AsyncIterable<Uint8Array>,
): Archive {
  const blobs = new Map(files.map(({ path, blob }) => [path, blob]))
  return {
    entries: inOrder(files.map(({ path, blob }) => ({ path, packed: blob.size }))),
    read: ({ path }) => chunks(blobs.get(path)!),
  }
}
