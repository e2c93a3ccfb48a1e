import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { tokenHash } from '../server/src/organization/index.ts'
import type { Somebody } from '../server/test/world.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

/** What the guide shows of the example. With MORTAR_PICTURES its pictures are made anew. */
const product = await openProduct()
const { anna, examples } = await examplesIn(product)
const asked = await whoIsAsked()
const browser = await openBrowser()
const folder = process.env['MORTAR_PICTURES'] && join(import.meta.dirname, '../docs/guide/pictures')
const largest = 140_000

/** Somebody of whom it is asked whether what was found is a community. */
async function whoIsAsked(): Promise<Somebody> {
  const { rows } = await sql<{ id: string; name: string }>`
    select person.id, person.name from recognition_question join person on person.id = person_id
    where answer is null order by person.name limit 1`.execute(product.db)
  const token = 'a-token-of-whom-is-asked'
  await sql`insert into personal_token (person_id, hash, name, scopes)
    values (${rows[0]!.id}, ${tokenHash(token)}, 'test', '{read}')`.execute(product.db)
  return { ...rows[0]!, token }
}

test.each([
  ['constellation', anna, '/constellation', 'svg#constellation', 900],
  ['privacy-centre', anna, '/privacy', 'button:has-text("Withdraw")', 780],
  ['survey-answer', anna, `/surveys/${examples['survey']}/answer`, 'text=Add a colleague', 780],
  ['recognition', asked, `/recognition/${examples['recognition']}`, 'main form', 640],
] as const)('the guide shows %s as it is', async (name, who, address, what, height) => {
  const window = await openWindow(browser)
  await product.signIn(window, who)
  const page = await window.newPage()
  await page.goto(`${product.address}${address}`)
  await page.locator(what).first().waitFor()
  await settled(page)
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 1280, height }, fullPage: true })

  expect(picture.length).toBeLessThan(largest)
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}.png`), picture)
  }
  await window.close()
})
