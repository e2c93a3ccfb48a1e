import type { Chosen } from '@mortar/traces'

/** Each file by itself, or all of a folder as one: paths then begin below it. */
export function chosenFrom(files: readonly File[], folder: boolean): Chosen[] {
  if (!folder) return files.map((file) => ({ name: file.name, file }))
  const [name = ''] = files[0]?.webkitRelativePath.split('/') ?? []
  if (files.length === 0) return []
  return [{ name, folder: files.map((blob) => ({ path: blob.webkitRelativePath.slice(name.length + 1), blob })) }]
}
