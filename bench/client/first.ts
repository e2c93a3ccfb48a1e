import type { Browser } from 'playwright-core'
import type { Reader } from './index.ts'
import { openWindow } from './window.ts'

/** The bytes of script that travel before home is whole, compressed as they travel. */
export async function firstLoad(browser: Browser, reader: Reader): Promise<number> {
  const { page, protocol, close } = await openWindow(browser, reader)
  const scripts = new Set<string>()
  let bytes = 0
  await protocol.send('Network.enable')
  protocol.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(reader.address)
  await page.waitForSelector(askBox)
  // What is loaded ahead counts too; the live stream never ends, so that the network is never idle.
  await page.waitForTimeout(2000)
  await close()
  return bytes
}

const times = 5

/** From the first byte asked for until the box to ask in takes words: the middle of several empty caches. */
export async function usable(browser: Browser, reader: Reader): Promise<number> {
  const taken: number[] = []
  for (let run = 0; run < times; run++) {
    const { page, protocol, close } = await openWindow(browser, reader)
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.addInitScript(noteWhenThere, askBox)
    await page.goto(reader.address, { waitUntil: 'commit' })
    const there = await page.waitForFunction(() => (globalThis as { usableAt?: number }).usableAt, undefined, {
      timeout: 60_000,
    })
    taken.push((await there.jsonValue())!)
    await close()
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!
}

const askBox = 'main form input[type="text"]:enabled, main form input:not([type]):enabled'

function noteWhenThere(selector: string): void {
  const look = () => {
    if (document.querySelector(selector)) (globalThis as { usableAt?: number }).usableAt = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
