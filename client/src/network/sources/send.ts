import { api } from '#app/api.ts'

const pieceSize = 4 * 1024 ** 2

/** Sends a file piece by piece, so that a broken line costs a piece and not the file, and then has it read. */
export async function sendTraces(source: string, file: File, tell: (sent: number) => void): Promise<string> {
  const { id } = await api('POST /sources/{source}/imports', {
    params: { source },
    body: { files: [{ name: file.name, size: file.size }] },
  })
  for (let at = 0, piece = 0; at < file.size; at += pieceSize, piece++) {
    const form = new FormData()
    form.append('piece', file.slice(at, at + pieceSize), file.name)
    await api('PUT /sources/{source}/imports/{import}/files/{file}/pieces/{piece}', {
      params: { source, import: id, file: 0, piece },
      form,
    })
    tell(Math.min(file.size, at + pieceSize))
  }
  return id
}
