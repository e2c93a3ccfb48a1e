import { createHmac } from 'node:crypto'
import { type Case, casesFor } from './cases.ts'
import { chance } from './fill/random.ts'
import { sessionToken } from './fill/people.ts'
import { id, type World, worldOf } from './fill/world.ts'
import { type Answer, Connection } from './http.ts'

const connections = 10

export interface Order {
  port: number
  scale: number
  seed: number
  secret: string
  case: string
  seconds: number
}

export interface Load {
  /** Pages a second, and how long they took in milliseconds. */
  rate: number
  p50: number
  p95: number
  p99: number
  pages: number
  /** Pages that were refused, because whoever asked may not read them: not counted above. */
  refused: number
  /** All pages that were asked for, those of the warm-up too. */
  asked: number
}

let known: { world: World; key: string } | undefined

/** Ten people at a time, each asking for one page after another. */
export async function load(order: Order): Promise<Load> {
  const key = `${order.scale} ${order.seed}`
  if (known?.key !== key) known = { key, world: worldOf(order.scale, order.seed) }
  const { world } = known
  const own = chance(order.seed + 7)
  const cookies = Array.from({ length: world.signedIn }, (_, number) => cookieOf(sessionToken(number), order.secret))
  const bare = {
    name: 'bare',
    page: () => [{ method: 'GET' as const, path: `/bare/${id('inquiry', own.below(world.inquiries))}` }],
  }
  const chosen = [...casesFor(world, order.seed + 11), bare].find(({ name }) => name === order.case)!

  const times: number[] = []
  let refused = 0
  let asked = 0
  const warm = performance.now() + 1000 * Math.min(3, order.seconds / 3)
  const end = warm + 1000 * order.seconds
  const user = async () => {
    const connection = new Connection('127.0.0.1', order.port)
    for (let began = performance.now(); began < end; began = performance.now()) {
      const status = await open(connection, own.pick(cookies), chosen.page())
      asked++
      if (began < warm) continue
      if (status >= 400) refused++
      else times.push(performance.now() - began)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: connections }, user))
  if (times.length === 0) throw new Error(`Every page of "${order.case}" was refused.`)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!
  return {
    rate: times.length / order.seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    pages: times.length,
    refused,
    asked,
  }
}

/** Asks for all that a page needs; tells how the last answer was. */
async function open(connection: Connection, cookie: string, page: ReturnType<Case['page']>): Promise<number> {
  let last: Answer | undefined
  for (const step of page) {
    const request = typeof step === 'function' ? step(last!.text()) : step
    if (!request) continue
    last = await connection.send({ ...request, cookie })
    const { status } = last
    if (![200, 201, 204, 403, 404, 409].includes(status)) throw new Error(`${request.path} answered ${status}.`)
    if (status >= 400) return status
  }
  return last!.status
}

export const cookieOf = (token: string, secret: string) =>
  `mortar.session_token=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`

async function answer(order: Order): Promise<void> {
  try {
    process.send!(await load(order))
  } catch (error) {
    process.send!({ error: (error as Error).message })
  }
}

if (process.send) process.on('message', (order: Order) => void answer(order))
