import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { press } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const pool = await product.unit('Pool')
const fay = await product.person('Fay Facilitator', { unit: pool })
const max = await product.person('Max Member', { unit: pool })
const mia = await product.person('Mia Member', { unit: pool })
const { body: community } = await product.as(fay)('POST /communities', {
  body: { name: 'Swimmers', short: 'SWI', colour: 2, visibility: 'open', domain: 'Water', purpose: 'To swim well.' },
})
for (const who of [max, mia])
  await product.as(who)('PUT /communities/{community}/membership', { params: { community: community.id } })
const browser = await openBrowser()
const window = await openWindow(browser)
await product.signIn(window, fay)
const at = (place: string) => `${product.address}/communities/${community.slug}/${place}`

test('evidence proposes a move, its formula is open to everybody, and a facilitator decides with the reason', async () => {
  const page = await window.newPage()
  await page.goto(at('care'))
  await page.getByRole('link', { name: /The evidence fits another stage: Coalescing/ }).click()
  await page.getByText('The evidence fits: Coalescing').waitFor()
  await page.getByText('How it is looked at', { exact: false }).first().click()
  await page.getByText('Those who asked here within a year work in two units or more', { exact: false }).waitFor()
  expect(await seriousFaults(page)).toEqual([])

  await press(page, 'It moves on: Coalescing')
  await page.getByLabel('Why').fill('We swim every Tuesday now.')
  await press(page, 'Decide')
  await page.getByText('From Potential to Coalescing').waitFor()
  await page.getByText('We swim every Tuesday now.').waitFor()
  await page.getByText('Just now the evidence proposes no move.').waitFor()
  await page.close()
})

test('a sheet saves itself; when two write at once both texts stand side by side, and nothing is lost', async () => {
  const page = await window.newPage()
  await page.goto(at('sheets'))
  await press(page, 'Start: Onboarding ladder')
  await page.getByRole('heading', { name: 'Onboarding ladder', level: 2 }).waitFor()
  const greet = page.getByLabel('Greeted within how many days, and by whom?')
  await greet.fill('Within two days')
  await page.getByText('Everything is saved.').waitFor()

  const params = { community: community.id, sheet: page.url().split('/').at(-1)! }
  const sheet = async () => (await product.as(max)('GET /communities/{community}/sheets/{sheet}', { params })).body
  await expect.poll(async () => (await sheet()).content['greet']).toBe('Within two days')
  const body = { base: (await sheet()).edits, title: 'Onboarding ladder', content: { greet: 'At the door' } }
  await product.as(max)('PUT /communities/{community}/sheets/{sheet}', { params, body })
  await greet.fill('Within three days')
  await page.getByRole('heading', { name: 'Somebody else wrote as well' }).waitFor()
  expect((await sheet()).content['greet']).toBe('At the door')
  await page.getByText('At the door').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await press(page, 'Go on with my text')
  await expect.poll(async () => (await sheet()).content['greet']).toBe('Within three days')

  await press(page, 'Take into use')
  await page.getByRole('button', { name: 'It is done' }).waitFor()
  const saved = page.waitForEvent('download')
  await press(page, 'Save as Markdown')
  expect(await readFile(await (await saved).path(), 'utf8')).toContain('Within three days')
  // At once after the last word: it is saved before the sheet is closed.
  await greet.fill('Within four days')
  await press(page, 'It is done')
  await page.getByRole('button', { name: 'Take it up again' }).waitFor()
  expect((await sheet()).content['greet']).toBe('Within four days')
  await expect.poll(() => page.getByLabel('Greeted within how many days, and by whom?').count()).toBe(0)
  await page.close()
})

test('facilitators answer question by question, and the evidence of the day is kept beside the answers', async () => {
  const page = await window.newPage()
  await page.goto(at('maturity'))
  await press(page, 'Begin an assessment')
  await page.getByText('5 questions left').waitFor()
  for (const [left, words] of [
    ['4 questions left', 'We have written it down, with what is not ours.'],
    ['3 questions left', 'A few carry it, and they know who does what.'],
    ['2 questions left', 'Sometimes an answer comes.'],
    ['1 question left', 'It is in our heads and our mailboxes.'],
    ['all answered', 'Managers hardly know of us.'],
  ] as const) {
    await page.getByLabel(words).click()
    await page.getByText(left).waitFor()
  }
  await press(page, 'It is done')
  await page.getByText('The answers are one level above the evidence.', { exact: false }).first().waitFor()
  await settled(page)
  expect(await seriousFaults(page)).toEqual([])
  await page.close()
})
