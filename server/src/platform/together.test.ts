import { expect, test } from 'vitest'
import { together } from './together.ts'

/** What is sent waits until it is let go. */
function postOffice() {
  const sent: { calls: string[]; answer(): void; fail(): void }[] = []
  const ask = together<string, string>(
    (calls) =>
      new Promise((resolve, reject) =>
        sent.push({
          calls,
          answer: () => resolve(calls.map((call) => call.toUpperCase())),
          fail: () => reject(new Error(`not ${calls.join(', ')}`)),
        }),
      ),
  )
  return { sent, ask, calls: () => sent.map(({ calls }) => calls.join(' ')) }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('Who comes first goes at once, who comes while others are under way goes with the next', async () => {
  const { sent, ask, calls } = postOffice()
  const answers = ['a', 'b', 'c', 'd', 'e'].map(ask)
  expect(calls()).toEqual(['a', 'b'])
  sent[1]!.answer()
  await settled()
  expect(calls()).toEqual(['a', 'b', 'c d e'])
  sent[2]!.answer()
  sent[0]!.answer()
  expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E'])
})

test('Eight go together at most, and nobody is left behind', async () => {
  const { sent, ask, calls } = postOffice()
  const names = Array.from({ length: 20 }, (_, number) => `n${number}`)
  const answers = names.map(ask)
  for (let next = 0; next < sent.length; next++) {
    sent[next]!.answer()
    await settled()
  }
  expect(await Promise.all(answers)).toEqual(names.map((name) => name.toUpperCase()))
  expect(calls().map((line) => line.split(' ').length)).toEqual([1, 1, 8, 8, 2])
})

test('Where one of several fails each goes alone, and only that one fails', async () => {
  const { sent, ask } = postOffice()
  const [first, second, good, bad] = ['a', 'b', 'good', 'bad'].map(ask)
  sent[0]!.answer()
  await settled()
  expect(sent[2]!.calls).toEqual(['good', 'bad'])
  sent[2]!.fail()
  await settled()
  expect(sent.slice(3).map(({ calls }) => calls)).toEqual([['good'], ['bad']])
  sent[3]!.answer()
  sent[4]!.fail()
  sent[1]!.answer()
  expect(await Promise.all([first, second, good])).toEqual(['A', 'B', 'GOOD'])
  await expect(bad).rejects.toThrow('not bad')
  const after = ask('after')
  sent[5]!.answer()
  expect(await after).toBe('AFTER')
})
