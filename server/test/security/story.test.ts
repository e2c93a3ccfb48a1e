import { operations } from '@mortar/contract'
import { expect, test } from 'vitest'
import { story } from './story/index.ts'

const { done } = await story()

test('the story that the security tests stand on uses every operation with success, but for the live stream', async () => {
  expect(Object.keys(operations).filter((address) => !done.has(address))).toEqual(['GET /live'])
})
