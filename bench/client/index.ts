import type pg from 'pg'
import { chromium } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import { below, figure, type Line } from '../line.ts'
import { firstLoad, usable } from './first.ts'
import { opening, scrolling } from './moving.ts'
import { longPages } from './pages.ts'

export interface Reader {
  address: string
  /** The cookie of somebody signed in. */
  cookie: string
}

/** What people feel in the browser, on the longest pages that the filled database has. */
export async function measureClient(
  reader: Reader,
  database: pg.PoolConfig,
  emit: (line: Line) => void,
): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
  try {
    const script = await firstLoad(browser, reader)
    emit(below(figure('client', 'script of the first load, compressed', script / 1000, 'kB'), 250))
    emit(below(figure('client', 'usable at 4 times less processor', await usable(browser, reader), 'ms'), 1500))
    for (const { name, path } of await longPages(database)) {
      const { longest, elements } = await scrolling(browser, reader, path)
      emit(below(figure(`scrolling ${name}`, 'longest task', longest, 'ms'), 50))
      emit(below(figure(`scrolling ${name}`, 'elements', elements, ''), name === 'a long inquiry' ? undefined : 2000))
    }
    emit(below(figure('tree', 'a unit of thousands opens', await opening(browser, reader), 'ms'), 200))
  } finally {
    await browser.close()
  }
}

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
