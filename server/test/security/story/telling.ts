import type { Address, AllOperations, Reply, Sent } from '@mortar/contract'
import { type Browser, browser } from '../../browser.ts'
import { mailServer } from '../../../src/network/test/mail-server.ts'
import { type Somebody, testWorld } from '../../world.ts'

type Call = keyof AllOperations & Address

/** A fresh organization in which a story is told: every step must succeed, and it is noted which operation it was. */
export async function telling() {
  const mails = await mailServer()
  const world = await testWorld({ mailHosts: [`127.0.0.1:${mails.port}`] })
  const done = new Set<string>()
  const done2xx = (address: string, { status, problem }: { status: number; problem: unknown }) => {
    if (status >= 300) throw new Error(`${address} in the story: ${status} ${JSON.stringify(problem)}`)
    done.add(address)
  }
  const by =
    (who: Somebody | undefined) =>
    async <A extends Call>(address: A, sent?: Sent<AllOperations[A]>): Promise<Reply<AllOperations[A]>> => {
      const answer = await world.as(who)(address, sent as never)
      done2xx(address as string, answer)
      return answer.body
    }
  /** Somebody who uses a browser, with its cookies. */
  const opened = () => {
    const own: Browser = browser(world.as(undefined))
    const go = async <A extends Call>(address: A, sent?: Sent<AllOperations[A]>) => {
      const answer = await own.call(address, sent as never)
      done2xx(address as string, answer)
      return answer.body
    }
    return { own, go }
  }
  const send = async (
    who: Somebody,
    path: string,
    parts: { name: string; file: string; bytes: Buffer }[],
    { method = 'POST', address }: { method?: 'POST' | 'PUT'; address?: string } = {},
  ) => {
    const { statusCode, body } = await world.server.app.inject({
      method,
      url: `/api${path}`,
      ...multipart(parts),
      headers: { authorization: `Bearer ${who.token}`, ...multipart(parts).headers },
    })
    done2xx(address ?? `${method} ${path}`, { status: statusCode, problem: body })
    return JSON.parse(body || '{}') as { id: string }
  }
  return { ...world, mails, by, opened, send, done }
}
export type Telling = Awaited<ReturnType<typeof telling>>

const edge = 'edge-of-a-part'
export const multipart = (parts: { name: string; file: string; bytes: Buffer }[]) => ({
  headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  payload: Buffer.concat([
    ...parts.flatMap(({ name, file, bytes }) => [
      Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"; filename="${file}"\r\n`),
      Buffer.from('content-type: application/octet-stream\r\n\r\n'),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${edge}--\r\n`),
  ]),
})

/** The smallest image there is. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
