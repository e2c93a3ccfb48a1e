import { api } from '#app/api.ts'

const pieceSize = 4 * 1024 ** 2

interface Watch {
  tell: (sent: number) => void
  signal: AbortSignal
}

/** Sends a file piece by piece, so that a broken line costs a piece and not the file. What was stopped is taken back. */
export async function sendTraces(source: string, file: File, { tell, signal }: Watch): Promise<string> {
  const { id } = await api('POST /sources/{source}/imports', {
    params: { source },
    body: { files: [{ name: file.name, size: file.size }] },
  })
  try {
    for (let at = 0, piece = 0; at < file.size; at += pieceSize, piece++) {
      const form = new FormData()
      form.append('piece', file.slice(at, at + pieceSize), file.name)
      const params = { source, import: id, file: 0, piece }
      await api('PUT /sources/{source}/imports/{import}/files/{file}/pieces/{piece}', { params, form, signal })
      tell(Math.min(file.size, at + pieceSize))
    }
    return id
  } catch (error) {
    if (signal.aborted) await api('DELETE /sources/{source}/imports/{import}', { params: { source, import: id } })
    throw error
  }
}
