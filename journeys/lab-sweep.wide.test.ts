import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { anna } = await examplesIn(product)
const browser = await openBrowser()
const window = await openWindow(browser)
await product.signIn(window, anna)
const folder = mkdtempSync(join(tmpdir(), 'mortar-sweep-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const mortar = join(import.meta.dirname, '../node_modules/.bin/mortar')

test('a sweep fills in, is walked by keys, and gives the same file as the terminal', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/lab/march/sweep?x=p1:0.1:0.9:0.4&y=p2:0.1:2:0.4&runs=20&people=20&seed=5`)
  await settled(page)
  // The reason stands beside the range, and nothing can be run with it.
  await page.getByText('Between 0 and 1, both included.').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Run the sweep' }).isDisabled()).toBe(true)
  const up = page.getByRole('group', { name: 'Up', exact: true })
  await up.getByLabel('To', { exact: true }).fill('0.9')
  await up.getByLabel('To', { exact: true }).press('Enter')
  await page.getByText('9 cells, 180 runs in all.').waitFor()
  await page.getByRole('button', { name: 'Run the sweep' }).click()
  await page.getByText('All runs are done').waitFor()

  const map = page.getByRole('group', { name: /Code, share right by People learn/ })
  await expect.poll(() => map.locator('[data-cell="known"]').count()).toBe(9)
  await map.getByRole('link').first().focus()
  await page.keyboard.press('ArrowDown')
  const told = page.locator('a:focus')
  await expect
    .poll(() => told.getAttribute('aria-label'))
    .toMatch(/^People learn \(p1\) 0\.1, The code learns \(p2\) 0\.5: 0\.\d{3} ± 0\.\d+, 20 runs/)
  expect(await seriousFaults(page)).toEqual([])
  await picture(page, 'lab-sweep')

  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /CSV/ }).click(),
  ])
  const file = join(folder, 'terminal.csv')
  const line = ['lab', 'run', 'march', '--p1', '0.1:0.9:0.4', '--p2', '0.1:0.9:0.4', '--people', '20']
  execFileSync(mortar, [...line, '--runs', '20', '--seed', '5', '--out', file], { stdio: 'ignore' })
  expect(readFileSync(await download.path(), 'utf8')).toBe(readFileSync(file, 'utf8'))

  await map.getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Learning from a code', exact: true }).waitFor()
  expect(new URL(page.url()).search).toBe('?people=20&p1=0.1&p2=0.9&seed=5')
  await page.close()
})

test('a saved sweep opens again as what it was, with the same numbers', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/lab/march/sweep?x=p1:0.1:0.9:0.4&runs=20&people=20`)
  await settled(page)
  await page.getByRole('button', { name: 'Run the sweep' }).click()
  await page.getByText('All runs are done').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /Learning from a code, People learn/ }).waitFor()
  await page.getByText('All runs are done').waitFor()
  await expect.poll(() => page.locator('#swept svg').count()).toBe(1)
  await page.locator('[role="status"]', { hasText: /same/ }).waitFor()
  await page.close()
})

test('a long sweep goes to the server, is stopped there, and waits to be asked where it is opened again', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/lab/communities/sweep?runs=200`)
  await settled(page)
  await page.getByRole('button', { name: 'Run it on the server' }).click()
  await page.getByRole('heading', { level: 1, name: /Hierarchy against communities \(DY-R1\), / }).waitFor()
  await page.getByText('it waits until you ask').waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('Stopped. What was computed is kept.').waitFor()
  await page.reload()
  await page.getByText('it waits until you ask').waitFor()
  await page.getByRole('button', { name: 'Run again here' }).click()
  await page.getByText('Running in this browser').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Cancelled; what was done stands').waitFor()
  await page.close()
})

test('two settings are compared on the same chance, and the address keeps both', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/lab/march/compare?runs=40`)
  await settled(page)
  await page.getByText(/The second does worse: Code, share right is lower by/).waitFor()
  const second = page.getByRole('region', { name: 'Second', exact: true })
  await second.getByLabel('People learn (p1)', { exact: true }).fill('0.1')
  await second.getByLabel('People learn (p1)', { exact: true }).press('Enter')
  await page.getByText('Both settings are the same.').waitFor()
  await second.getByLabel('The code learns (p2)', { exact: true }).fill('0.1')
  await second.getByLabel('The code learns (p2)', { exact: true }).press('Enter')
  await page.getByText(/The second does worse: Code, share right is lower by 0\.0/).waitFor()
  const { searchParams } = new URL(page.url())
  expect(['p1', 'b.p1', 'b.p2'].map((name) => searchParams.get(name))).toEqual(['0.1', '0.1', '0.1'])
  expect(await seriousFaults(page)).toEqual([])
  await picture(page, 'lab-compare')
  await page.close()
})

test('what was published is reproduced before one’s eyes', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/lab/reproduced?model=miller`)
  await settled(page)
  await page.getByText('6 values and statements are compared: 5 hold, 1 is a known mismatch, none differs.').waitFor()
  await page.getByRole('button', { name: 'Run it here' }).click()
  await page.getByText('All of them ran here.').waitFor()
  await page.getByText('Known mismatch, beside a code').waitFor()
  await page.getByText('The 6 lines behind it').click()
  await page.getByRole('columnheader', { name: 'Ours, here' }).waitFor()
  const rows = page.getByRole('row').filter({ hasText: /holds|known mismatch/ })
  await expect.poll(() => rows.count()).toBe(6)
  expect(await seriousFaults(page)).toEqual([])
  await picture(page, 'lab-reproduced')
  await page.close()
})
