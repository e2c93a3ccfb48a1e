import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isAlive } from '../process.ts'
import { OutOfMemory, startApart } from './start.ts'
import type { Asked } from './test/example.ts'

const example = new URL('./test/example.ts', import.meta.url)

function started(does: Asked['does'], memory?: number) {
  const heard: number[] = []
  const apart = startApart<number>(example, { does }, { hear: (n) => heard.push(n), ...(memory && { memory }) })
  return { heard, ...apart }
}

test('work in a process of its own tells all its news before it has ended', async () => {
  const { heard, ended } = started('count')
  expect(await ended).toBe(true)
  expect(heard).toEqual([1, 2, 3])
})

test('what it fails of arrives with its words', async () => {
  await expect(started('fail').ended).rejects.toThrow('there is no such thing')
})

test('too much memory ends the work, not the server', async () => {
  await expect(started('fill', 40).ended).rejects.toBeInstanceOf(OutOfMemory)
})

test('work that is ended is gone at once, and did not come to its end', async () => {
  const { heard, ended, end } = started('wait')
  await expect.poll(() => heard).toHaveLength(1)
  await end()
  expect(isAlive(heard[0]!)).toBe(false)
  expect(await ended).toBe(false)
})

test('work ends when whoever began it is gone, however that came', async () => {
  const beginner = fork(fileURLToPath(new URL('./test/beginner.ts', import.meta.url)))
  const [pid] = (await once(beginner, 'message')) as [number]
  expect(isAlive(pid)).toBe(true)
  beginner.kill('SIGKILL')
  await expect.poll(() => isAlive(pid)).toBe(false)
})
