import { expect, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { dataFolder, startMortar } from './mortar.ts'
import { openCommunity, tokensIn } from './writers.ts'

const rounds = 20

/** Reads a live stream: each call waits for the next change. */
async function listenTo(address: string, token: string, subject: string) {
  const gone = new AbortController()
  const stream = await fetch(`${address}/api/live?subject=${subject}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: gone.signal,
  })
  expect(stream.status).toBe(200)
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const upTo = async (words: string) => {
    while (!heard.includes(words)) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`The stream ended before "${words}".`)
      heard += value
    }
    heard = heard.slice(heard.indexOf(words) + words.length)
  }
  await upTo('retry')
  return { change: () => upTo('event: changed'), left: () => heard, leave: () => gone.abort() }
}

test('what is said through one process is heard and read through another within a second', async () => {
  const { url, pool } = await testDatabase()
  const [writer = '', reader = ''] = await tokensIn(pool, 2)
  const env = { DATABASE_URL: url, SECRET: 'one secret for both processes on this database' }
  const here = await startMortar(dataFolder(), { env })
  const there = await startMortar(dataFolder(), { env })
  const send = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${writer}`, 'content-type': 'application/json' }
    const answer = await fetch(`${here.address}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(answer.status).toBe(201)
    return (await answer.json()) as { id: string }
  }
  const community = await openCommunity(here.address, writer)
  const inquiry = await send('/inquiries', { title: 'It clogs', body: 'Every Monday.', communities: [community.id] })
  const stream = await listenTo(there.address, reader, `inquiry:${inquiry.id}`)

  const taken: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const began = performance.now()
    const said = await send(`/inquiries/${inquiry.id}/contributions`, { kind: 'answer', body: `Answer ${round}` })
    await stream.change()
    taken.push(performance.now() - began)
    // One change for each thing said: none of them stands for the next one.
    expect(stream.left()).not.toContain('event')
    const page = await fetch(`${there.address}/api/inquiries/${inquiry.id}`, {
      headers: { authorization: `Bearer ${reader}` },
    })
    expect(await page.text()).toContain(said.id)
  }
  stream.leave()
  for (const process of [here, there]) process.tell('SIGTERM')
  expect([(await here.ended).code, (await there.ended).code]).toEqual([0, 0])

  // The middle one: a machine that is busy for a moment is no fault of the way between the processes.
  expect(taken.toSorted((a, b) => a - b)[rounds / 2]).toBeLessThan(1_000)
})
