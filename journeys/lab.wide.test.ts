import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { tabTo } from './support/keyboard.ts'
import { settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const browser = await openBrowser()
const anna = await product.person('Anna Kivelä')
const bert = await product.person('Bert Salo')
const folder = mkdtempSync(join(tmpdir(), 'lab-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const windowOf = async (who: typeof anna) => {
  const window = await openWindow(browser)
  await product.signIn(window, who)
  return window
}
const hers = await windowOf(anna)

async function opened(path: string, window = hers): Promise<Page> {
  const page = await window.newPage()
  await page.goto(product.address + path)
  await settled(page)
  return page
}
const whole = (page: Page) => page.getByText('All runs are done').waitFor()
const exported = async (page: Page, what: string) => {
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: what }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

test('a run draws itself, and what is taken along is what the terminal gives for the same seed', async () => {
  const page = await opened('/lab/march?p1=0.1&p2=0.9&runs=60&seed=7')
  await whole(page)
  await page.locator('[data-chart="share"] svg [aria-label="line"] path').first().waitFor()

  const file = join(folder, 'run.csv')
  const asked = ['lab', 'run', 'march', '--p1', '0.1', '--p2', '0.9', '--runs', '60', '--seed', '7', '--out', file]
  execFileSync(join(import.meta.dirname, '../node_modules/.bin/mortar'), asked, { env: { PATH: process.env['PATH'] } })
  expect((await exported(page, 'Numbers (CSV)')).replace('\ufeff', '')).toBe(readFileSync(file, 'utf8'))

  const manifest = JSON.parse(await exported(page, 'Manifest')) as Record<string, unknown>
  expect(manifest).toMatchObject({ model: 'march', seed: 7, settings: { p1: 0.1, p2: 0.9 }, cells: [{}] })
  expect((await exported(page, 'Curves')).split('\n')[0]).toContain('codeRight,codeRightHalfWidth')
  expect(await exported(page, 'Picture (SVG)')).toContain('<svg')
  expect(await exported(page, 'Picture (PNG)')).toMatch(/^.PNG\r\n/)
  await page.close()
})

test('a single run is stepped, begun anew and stepped again to the same numbers; another seed gives others', async () => {
  const page = await opened('/lab/communities?structure=mixed&periods=30&runs=2')
  const told = page.locator('[data-watched]')
  const step = page.getByRole('button', { name: 'One period' })
  const threePeriods = async () => {
    await expect.poll(() => told.textContent()).toMatch(/^Period 0:/)
    for (const period of [1, 2, 3]) {
      await step.click()
      await expect.poll(() => told.textContent()).toMatch(new RegExp(`^Period ${period}:`))
    }
    return told.textContent()
  }

  const first = await threePeriods()
  await page.getByRole('button', { name: 'From the start' }).click()
  expect(await threePeriods()).toBe(first)

  await page.getByRole('button', { name: 'Play' }).click()
  await expect.poll(() => told.textContent()).toMatch(/The run is over/)
  await page.getByLabel('Seed').fill('8')
  await page.keyboard.press('Enter')
  await expect.poll(() => told.textContent()).toMatch(/^Period 0:/)
  expect(await threePeriods()).not.toBe(first)
  await page.close()
})

test('runs are paused, go on to what they would have given, and are cancelled with what was done kept', async () => {
  const page = await opened('/lab/fang?runs=200')
  const mean = () => page.getByRole('row', { name: /Mean payoff/ }).textContent()
  await page.getByRole('button', { name: 'Pause', exact: true }).first().click()
  await page.getByText('Paused').waitFor()
  await page.getByRole('button', { name: 'Go on' }).click()
  await whole(page)
  const paused = await mean()
  await page.getByRole('button', { name: 'Run again' }).click()
  await whole(page)
  await expect.poll(mean).toBe(paused)

  await page.getByRole('textbox', { name: 'Runs' }).fill('5000')
  await page.keyboard.press('Enter')
  const progress = (part: 'value' | 'max') => page.getByRole('progressbar').first().getAttribute(part)
  // Until then it is the runs before that are told of.
  await expect.poll(() => progress('max')).toBe('5000')
  await expect.poll(() => progress('value')).not.toBe('0')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Cancelled; what was done stands').waitFor()
  expect(Number(await progress('value'))).toBeLessThan(5000)
  await page.close()
})

test('settings stand in the address, the way back takes them back, and a wrong one has its reason beside it', async () => {
  const page = await opened('/lab/march?runs=20')
  const p1 = page.getByRole('textbox', { name: 'People learn (p1)' })
  await p1.fill('0.9')
  await p1.press('Enter')
  await expect.poll(() => new URL(page.url()).search).toBe('?runs=20&p1=0.9')
  await whole(page)

  await p1.fill('1.4')
  await p1.press('Enter')
  await page.getByText('Between 0 and 1, both included.').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  await page.goBack()
  await expect.poll(() => p1.inputValue()).not.toBe('1.4')
  await page.getByText('Between 0 and 1, both included.').waitFor({ state: 'detached' })
  await page.close()
})

test('a published figure is laid beside ours, and comes out here too', async () => {
  const page = await opened('/lab/march?study=march-figure-4')
  await page.getByRole('heading', { name: 'Published against obtained' }).waitFor()
  await page.getByRole('button', { name: 'Run it here, with fewer runs' }).click()
  await page.getByText('Ran here: 200 runs a cell').waitFor()
  await page.getByText('7 of 7 hold').waitFor()
  await page.close()
})

test('without a mouse: slide a setting, step a run, choose a measure', async () => {
  const page = await opened('/lab/diffusion?people=40&runs=10')
  const { keyboard } = page
  await tabTo(page, 'Shortcuts, slider')
  await keyboard.press('ArrowRight')
  await expect.poll(() => new URL(page.url()).search).toBe('?people=40&runs=10&shortcuts=11')
  await whole(page)
  await tabTo(page, /^One run\. Space plays/)
  await keyboard.press('ArrowRight')
  await expect.poll(() => page.locator('[data-watched]').textContent()).toMatch(/^Period 1:/)
  await keyboard.press('Home')
  await expect.poll(() => page.locator('[data-watched]').textContent()).toMatch(/^Period 0:/)
  await page.close()
})

test('an experiment is saved and shared; whoever opens it is told whether the numbers are the same', async () => {
  const page = await opened('/lab/march?p1=0.2&runs=30&seed=5')
  await whole(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByLabel('Name').fill('Slow and steady')
  await page.getByLabel('Everybody in the organization may see it').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Slow and steady' }).waitFor()
  await page.getByText('The same numbers as when it was saved').waitFor()

  const address = new URL(page.url()).pathname
  const id = address.split('/').at(-1)!
  const theirs = await opened(address, await windowOf(bert))
  await theirs.getByText('The same numbers as when it was saved').waitFor()
  expect(await theirs.getByRole('button', { name: 'Rename or share' }).count()).toBe(0)

  const asAnna = product.as(anna)
  const params = { experiment: id }
  const { result } = (await asAnna('GET /experiments/{experiment}', { params })).body
  await asAnna('PUT /experiments/{experiment}/result', { params, body: { ...result!, digest: '0123456789abcdef' } })
  await theirs.reload()
  await theirs.getByText('Other numbers than when it was saved').waitFor()

  await page.goto(`${product.address}/lab`)
  await page.getByRole('link', { name: 'Slow and steady' }).waitFor()
  await page.close()
})
