import type { ImportLine, ImportOptions, ImportTab, ImportView } from '@mortar/contract/organization'
import type { Somebody, World } from '../../../../test/world.ts'

const boundary = 'mortar-test-boundary'

function multipart(files: Record<string, string | Buffer>): Buffer {
  const parts = Object.entries(files).flatMap(([name, content]) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${name}.csv"\r\ncontent-type: text/csv\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
}

/** An import as the page does it: upload, wait, look, apply. */
export function importing({ server, as }: World, who: Somebody) {
  const call = as(who)
  const settled = async (id: string): Promise<ImportView> => {
    for (;;) {
      const { body } = await call('GET /organization/imports/{import}', { params: { import: id } })
      if (!['planning', 'applying', 'undoing'].includes(body.state)) return body
      await new Promise((resume) => setTimeout(resume, 20))
    }
  }
  const upload = async (files: Record<string, string | Buffer>) => {
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/organization/imports',
      headers: { authorization: `Bearer ${who.token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: multipart(files),
    })
    return { status: response.statusCode, body: response.json() }
  }
  const look = async (files: Record<string, string | Buffer>, options?: Partial<ImportOptions>) => {
    const { body } = await upload(files)
    const planned = await settled(body.id)
    if (!options) return planned
    await call('PUT /organization/imports/{import}/plan', { params: { import: planned.id }, body: options })
    return settled(planned.id)
  }
  const apply = async (id: string, endingIsMeant = false) => {
    await call('PUT /organization/imports/{import}/application', { params: { import: id }, body: { endingIsMeant } })
    return settled(id)
  }
  return {
    upload,
    settled,
    look,
    apply,
    async bring(files: Record<string, string | Buffer>, options?: Partial<ImportOptions>) {
      return apply((await look(files, options)).id, true)
    },
    async undo(id: string) {
      const { status } = await call('DELETE /organization/imports/{import}/application', { params: { import: id } })
      return { status, body: await settled(id) }
    },
    async lines(id: string, tab: ImportTab): Promise<ImportLine[]> {
      return (await call('GET /organization/imports/{import}/lines', { params: { import: id }, query: { tab } })).body
        .items
    },
  }
}
