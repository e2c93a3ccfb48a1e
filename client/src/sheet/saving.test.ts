import { beforeEach, expect, test } from 'vitest'
import { openSaving, type Sending } from './saving.ts'
import type { Draft, Sheet } from './types.ts'

const saying = (why: string): Draft => ({ title: 'Minutes', content: { why } })
const conflict = (theirs: Sheet) => Object.assign(new Error('Somebody else wrote'), { status: 409, theirs })
const cut = () => Object.assign(new Error('No line'), { status: 0 })

/** A server that writes one edit after another, knows what was sent twice, and loses what it is told to lose. */
const server = {
  edits: 1,
  why: 'as it began',
  sent: [] as string[],
  done: new Map<string, number>(),
  lose: undefined as 'sending' | 'answer' | undefined,
  put({ base, key, content }: Sending): number {
    const why = String(content['why'])
    if (this.lose === 'sending') throw cut()
    this.sent.push(why)
    if (!this.done.has(key)) {
      if (base !== this.edits)
        throw conflict({ edits: this.edits, title: 'Minutes', content: { why: this.why } } as never)
      this.why = why
      this.done.set(key, ++this.edits)
    }
    if (this.lose === 'answer') throw cut()
    return this.done.get(key)!
  },
  somebodyElse(why: string) {
    this.why = why
    this.edits++
  },
}

let keys = 0
const openHere = (answering = Promise.resolve()) =>
  openSaving({
    base: server.edits,
    draft: saying(server.why),
    key: () => `key ${++keys}`,
    put: (sending) => answering.then(() => server.put(sending)),
    theirsIn: (error) => (error as { theirs?: Sheet }).theirs,
  })
beforeEach(() => Object.assign(server, { edits: 1, why: 'as it began', sent: [], done: new Map(), lose: undefined }))

test('what could not be sent is sent again, and nothing is sent where nothing was written', async () => {
  const saving = openHere()
  expect(await saving.save()).toBe(true)
  server.lose = 'sending'
  const failures: unknown[] = []
  saving.onFailure((error) => failures.push(error))
  saving.write(saying('in the tunnel'))
  expect(await saving.save()).toBe(false)
  expect([saving.shown().state, saving.shown().refusal, failures.length]).toEqual(['failed', 'No line', 1])

  server.lose = undefined
  saving.again()
  await expect.poll(() => saving.shown().state).toBe('saved')
  expect(server.sent).toEqual(['in the tunnel'])
  saving.again()
  expect(await saving.save()).toBe(true)
  expect(server.sent).toHaveLength(1)
})

test('what arrived although its answer was lost is not taken for what somebody else wrote', async () => {
  const saving = openHere()
  server.lose = 'answer'
  saving.write(saying('first'))
  await saving.save()
  saving.write(saying('first, and more'))

  server.lose = undefined
  expect(await saving.save()).toBe(true)

  expect(server.sent).toEqual(['first', 'first', 'first, and more'])
  expect([server.why, server.edits, saving.shown().state]).toEqual(['first, and more', 3, 'saved'])
})

test('what somebody else wrote while the line was cut is not overwritten before people chose', async () => {
  const saving = openHere()
  server.lose = 'sending'
  saving.write(saying('mine'))
  await saving.save()
  server.somebodyElse('theirs')

  server.lose = undefined
  saving.again()
  await expect.poll(() => saving.shown().state).toBe('conflict')
  saving.again()
  saving.write(saying('mine, longer'))
  expect([server.why, saving.shown().theirs?.content]).toEqual(['theirs', { why: 'theirs' }])
  expect(server.sent).toHaveLength(1)

  saving.goOn(false)
  expect(await saving.save()).toBe(true)
  expect(server.why).toBe('mine, longer')
})

test('theirs can be taken, and the next saving goes on from it', async () => {
  const saving = openHere()
  server.somebodyElse('theirs')
  saving.write(saying('mine'))
  await saving.save()

  saving.goOn(true)

  expect([saving.shown().draft.content, saving.shown().state]).toEqual([{ why: 'theirs' }, 'saved'])
  saving.write(saying('theirs, and mine'))
  expect(await saving.save()).toBe(true)
  expect(server.why).toBe('theirs, and mine')
})

test('of savings at once one is sent, and each knows only then that all is saved', async () => {
  const answer = Promise.withResolvers<void>()
  const saving = openHere(answer.promise)
  saving.write(saying('one'))
  const first = saving.save()
  await expect.poll(() => saving.shown().state).toBe('saving')
  saving.write(saying('two'))
  answer.resolve()

  expect(await Promise.all([first, saving.save(), saving.save()])).toEqual([false, true, true])

  expect(server.sent).toEqual(['one', 'two'])
})
