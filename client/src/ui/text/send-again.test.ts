import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendAgain } from './send-again.ts'

const window = new EventTarget()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window))
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const aMinute = () => vi.advanceTimersByTimeAsync(60_000)

test('what failed is tried again when the line is back and when the person comes back, until it is stopped', () => {
  const act = vi.fn()
  const again = sendAgain(act)

  window.dispatchEvent(new Event('online'))
  window.dispatchEvent(new Event('focus'))
  expect(act).toHaveBeenCalledTimes(2)

  again.stop()
  window.dispatchEvent(new Event('online'))
  expect(act).toHaveBeenCalledTimes(2)
})

test.for([
  ['no answer', { status: 0 }, 1],
  ['a server in trouble', { status: 503 }, 1],
  ['too many at once', { status: 429 }, 1],
  ['what is no answer at all', new TypeError('fetch'), 1],
  ['a refusal', { status: 403 }, 0],
  ['what somebody else wrote', { status: 409 }, 0],
] as const)('%s is tried again by itself, or is not', async ([, error, times]) => {
  const act = vi.fn()
  const again = sendAgain(act)

  again.failed(error)
  await aMinute()
  expect(act).toHaveBeenCalledTimes(times)

  again.failed(error)
  again.stop()
  again.failed(error)
  await aMinute()
  expect(act).toHaveBeenCalledTimes(times)
})
