import { expect, vi } from 'vitest'
import type { Somebody, World } from '../../../test/world.ts'

/** Sends files as the page does, piece by piece. */
export function sending({ as, server }: World, office: () => Somebody) {
  async function piece(who: Somebody, source: string, id: string, file: number, nth: number, bytes: string | Buffer) {
    const form = new FormData()
    form.append('piece', new File([new Uint8Array(Buffer.from(bytes))], 'piece'))
    const body = new Response(form)
    const sent = await server.app.inject({
      method: 'PUT',
      url: `/api/sources/${source}/imports/${id}/files/${file}/pieces/${nth}`,
      headers: { authorization: `Bearer ${who.token}`, 'content-type': body.headers.get('content-type')! },
      payload: Buffer.from(await body.arrayBuffer()),
    })
    return sent.statusCode
  }
  const one = (source: string, id: string) => ({ params: { source, import: id } })
  return {
    piece,
    one,
    async send(id: string, text: string, cut = 40) {
      const files = [{ name: 'mail.csv', size: Buffer.byteLength(text) }]
      const begun = await as(office())('POST /sources/{source}/imports', { params: { source: id }, body: { files } })
      for (let at = 0, nth = 0; at < text.length; at += cut, nth++)
        expect(await piece(office(), id, begun.body.id, 0, nth, text.slice(at, at + cut))).toBe(204)
      return begun.body.id
    },
    settled: (source: string, id: string) =>
      vi.waitFor(
        async () => {
          const { body } = await as(office())('GET /sources/{source}/imports/{import}', one(source, id))
          if (!['done', 'failed'].includes(body.state)) throw new Error(`still ${body.state}`)
          return body
        },
        { timeout: 90_000, interval: 100 },
      ),
  }
}
