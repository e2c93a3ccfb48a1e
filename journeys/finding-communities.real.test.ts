import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { realData } from '../bench/discovery/files.ts'
import { importTraceFiles } from '../server/src/network/index.ts'
import { carryOutLooked, lookAtFiles, saveSettings } from '../server/src/organization/index.ts'
import { inTransaction } from '../server/src/platform/database.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const mails = process.env['MORTAR_REAL_DATA'] ? realData('manufacturing-email', 'communication.csv') : undefined
const chart = mails && realData('manufacturing-email', 'reportsto.csv')
/** With MORTAR_PICTURES the pictures of the guide are made anew. */
const pictures = process.env['MORTAR_PICTURES'] && join(import.meta.dirname, '../docs/guide/pictures')

describe.skipIf(!chart)('from the files of a manufacturing company to communities, by page', async () => {
  const product = await openProduct()
  const browser = await openBrowser()
  const office = await product.person('Maria Office', { office: true })
  const window = await openWindow(browser)
  await product.signIn(window, office)
  let page: Page

  beforeAll(async () => {
    const named = { name: 'A manufacturing company', language: 'en', timeZone: 'Europe/Warsaw' }
    await inTransaction(product.db, (tx) => saveSettings(tx, named))
    const tell = () => {}
    await carryOutLooked(
      product.db,
      await lookAtFiles(product.db, { people: chart!, units: undefined, complete: undefined }, tell),
      tell,
    )
    await sql`insert into trace_source (name, kind, channel, purpose, legal_ground, mode, announced_at, retention_days)
      values ('Mail', 'messages', 'mail', 'Find communities', 'Published data', 'announced', now() - interval '90 days', 36500)`.execute(
      product.db,
    )
    await importTraceFiles(product.db, { paths: [mails!], source: 'Mail' })
    page = await window.newPage()
  })

  test('a search is begun on its page with days of the window, shows that it is done, and leads to what was found', async () => {
    await page.goto(`${product.address}/constellation/runs`)
    await page.locator('summary', { hasText: 'Settings' }).click()
    await page.getByLabel('First day').fill('2010-01-04')
    await page.getByLabel('Last day').fill('2010-09-26')
    await page.getByRole('button', { name: 'Look for communities' }).click()
    await page.getByRole('cell', { name: 'Done' }).waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Communities found' }).click()
    await page.getByRole('heading', { name: 'All that may be described' }).waitFor()

    await expect.poll(() => page.getByRole('heading', { level: 3 }).count()).toBeGreaterThanOrEqual(1)
    await pictured('manufacturing-found')
  })

  test('a community opens its evidence, and each number where it comes from', async () => {
    await page.getByRole('heading', { level: 3 }).getByRole('link').last().click()
    await page.getByText('Ties among its people', { exact: true }).click()

    await page.getByText('rewired networks').waitFor()
    await pictured('manufacturing-card')
  })

  async function pictured(name: string) {
    if (!pictures) return
    await settled(page)
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({
      path: join(pictures, `${name}.png`),
      clip: { x: 0, y: 0, width: 1280, height: 860 },
      fullPage: true,
    })
  }
})
