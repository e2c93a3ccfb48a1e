import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const browser = await openBrowser()
const anna = await product.person('Anna Kivelä', { unit: await product.unit('Office') })
const bert = await product.person('Bert Salo')

/** A mill of thirty people in two departments; ten of them are spinners, across both. */
async function fillMill(): Promise<void> {
  const mill = await product.unit('Mill')
  const units = [await product.unit('Carding', mill), await product.unit('Weaving', mill)]
  const people = []
  for (let n = 0; n < 30; n++) people.push(await product.person(`Worker ${n}`, { unit: units[n % 2]! }))
  const { body } = await product.as(anna)('POST /communities', {
    body: { name: 'Spinners', short: 'SPI', colour: 2, visibility: 'open', domain: 'Even yarn' },
  })
  const members = people.slice(0, 10).map(({ id }) => id)
  await sql`insert into membership (community_id, person_id, by_act)
    select ${body.id}, id, 'joined' from unnest(${members}::uuid[]) id`.execute(product.db)
}
await fillMill()

const windowOf = async (who: typeof anna) => {
  const window = await openWindow(browser)
  await product.signIn(window, who)
  return window
}
const hers = await windowOf(anna)

/** Each measure with its present, its after, and the difference with its interval. */
const numbersOn = (page: Page) =>
  page
    .getByRole('table', { name: 'Present, after, and the difference' })
    .getByRole('row')
    .filter({ hasText: '±' })
    .allTextContents()
    .then((rows) => rows.slice(1))

test('a what-if is planned, asked, told with intervals, and opens by its address with the same numbers', async () => {
  const page = await hers.newPage()
  await page.goto(`${product.address}/lab`)
  await page.getByRole('link', { name: 'Your organization' }).click()
  await settled(page)
  await page.getByText(/organization of today: 31 people/).waitFor()
  await page.getByRole('button', { name: 'Add a step' }).click()
  await page.getByRole('menuitem', { name: /^Close a community/ }).click()
  await page.getByLabel('Community', { exact: true }).first().click()
  await page.getByRole('option', { name: /^Spinners/ }).click()
  await page.getByLabel('Runs', { exact: true }).fill('12')
  await page.getByLabel('Everybody in the organization may see it').check()
  await page.getByRole('button', { name: 'Ask what if' }).click()

  await page.getByRole('heading', { level: 1, name: 'The community Spinners closes' }).waitFor()
  await page.getByRole('heading', { name: 'What it changes' }).waitFor({ timeout: 60_000 })
  await page.getByText('Present and after were played 12 times on the same days with the same luck.').waitFor()
  await page.getByText('this is a thinking aid, not a forecast', { exact: false }).first().waitFor()
  const numbers = await numbersOn(page)
  expect(numbers.length).toBeGreaterThan(5)
  expect(numbers.every((row) => /[+−]?[\d.,]+\s±\s[\d.,]+/.test(row))).toBe(true)
  expect(numbers.some((row) => row.includes('Worker'))).toBe(false)
  expect(await seriousFaults(page)).toEqual([])
  await picture(page, 'lab-what-if')

  const theirs = await (await windowOf(bert)).newPage()
  await theirs.goto(page.url())
  await theirs.getByRole('heading', { name: 'What it changes' }).waitFor()
  await expect.poll(() => numbersOn(theirs)).toEqual(numbers)

  // The same people, the same seed: asked again as it was, it comes to the same.
  await page.getByRole('button', { name: 'Repeat it as it was' }).click()
  await expect.poll(() => runsOf(page.url())).toEqual(['done', 'done'])
  await page.reload()
  await page.getByRole('heading', { name: 'What it changes' }).waitFor()
  await expect.poll(() => numbersOn(page)).toEqual(numbers)
  await page.close()
  await theirs.close()
})

test('a step that cannot be taken has its reason beside it, and the plan stays', async () => {
  const page = await hers.newPage()
  await page.goto(`${product.address}/lab/your-organization`)
  await settled(page)
  await page.getByRole('button', { name: 'Add a step' }).click()
  await page.getByRole('menuitem', { name: /^Move a unit/ }).click()
  for (const [field, name] of [
    ['Unit', /Mill \(30\)/],
    ['Under', /Carding \(15\)/],
  ] as const) {
    await page.getByLabel(field, { exact: true }).first().click()
    await page.getByRole('option', { name }).click()
  }
  await page.getByRole('button', { name: 'Ask what if' }).click()
  await page.getByText(/below itself|into itself|under itself/).waitFor()
  expect(new URL(page.url()).pathname).toBe('/lab/your-organization')
  await page.close()
})

async function runsOf(address: string): Promise<string[]> {
  const id = new URL(address).pathname.split('/').at(-1)
  const { rows } = await sql<{ state: string }>`
    select state from experiment_run where experiment_id = ${id}`.execute(product.db)
  return rows.map(({ state }) => state)
}
