import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { atHeading, press } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { db } = product
const ward = await product.unit('Ward')
const fay = await product.person('Fay Facilitator', { unit: ward })
const { body: community } = await product.as(fay)('POST /communities', {
  body: { name: 'Weavers', short: 'WEA', colour: 3, visibility: 'open', domain: 'Cloth', purpose: 'To weave well.' },
})
await sql`update membership set roles = '{facilitator,sponsor,steward}' where person_id = ${fay.id}`.execute(db)
const { body: practice } = await product.as(fay)('POST /practices', {
  body: {
    community: community.id,
    kind: 'method',
    title: 'Warp in the evening',
    problem: 'Mornings are short.',
    how: 'Warp.',
  },
})
for (const state of ['proposed', 'current'] as const)
  await product.as(fay)('PUT /practices/{practice}/state', {
    params: { practice: practice.id },
    body: { state, reason: 'It works.' },
  })
const browser = await openBrowser()
const window = await openWindow(browser)
await product.signIn(window, fay)
const at = (view: string) => `${product.address}/communities/${community.slug}/value?view=${view}`

test('a story is told in a form, changed, and stands in the matrix beside the figure it explains', async () => {
  const page = await window.newPage()
  await page.goto(at('stories'))
  await page.getByRole('link', { name: 'Tell a story' }).first().click()
  await atHeading(page, 'Tell a story')
  await page.getByRole('textbox', { name: 'Title' }).fill('Half a day won')
  await page.getByLabel('What happened, and what was good about it?').fill('We talked about **warps**.')
  await page.getByLabel('How did I use it?').fill('I warp in the evening.')
  await page.getByLabel('What came of it?').fill('Half a day, each week.')
  await page.getByLabel('Figures it explains').first().fill('Reuse')
  await page.getByRole('option', { name: /reuse/i }).first().click()
  await page.keyboard.press('Escape')
  await settled(page)
  await picture(page, 'tell-a-story')
  expect(await seriousFaults(page)).toEqual([])
  await press(page, 'Keep')
  await atHeading(page, 'Half a day won')

  await page.getByRole('link', { name: 'Change the story' }).click()
  await page.getByLabel('How can one see it?').fill('The list on the wall.')
  await press(page, 'Keep')
  await page.getByText('The list on the wall.').waitFor()
  await page.goto(at('matrix'))
  const row = page.getByRole('row', { name: /reuse/i })
  await expect.poll(() => row.getByRole('cell').allTextContents()).toContain('1')
  expect(await seriousFaults(page)).toEqual([])
  await page.close()
})

test('a steward writes down each assumption, and the floor takes the worse bound of each', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/practices/${practice.id}/value`)
  await press(page, 'Estimate the floor')
  const dialog = page.getByRole('dialog')
  const bounds = {
    'Units that took it up': ['2', '3'],
    'Hours to work it out alone, each unit': ['40', '80'],
    'Part of that which was needed (0 to 1)': ['0.5', '0.8'],
    'Hours to take it up, each unit': ['4', '10'],
    'Times it was used': ['30', '50'],
    'Hours saved each time': ['0.5', '1'],
  }
  for (const [name, [low, high]] of Object.entries(bounds)) {
    const group = dialog.getByRole('group', { name })
    await group.getByLabel('At most').fill(high!)
    await group.getByLabel('At least').fill(low!)
  }
  await picture(page, 'floor')
  expect(await seriousFaults(page)).toEqual([])
  await press(page, 'Keep')
  // 2 × (40 × 0.5 − 10) + 30 × 0.5
  await page.getByText('At least 35 hours saved').waitFor()
  await page.close()
})

test('what was given is written down and taken back, and stands beside what happened', async () => {
  const page = await window.newPage()
  await page.goto(at('resources'))
  await press(page, 'Write down what was given')
  await page.getByLabel('How much').fill('12')
  await page.getByRole('textbox', { name: 'What for' }).fill('An hour each month')
  await press(page, 'Keep')
  await page.getByRole('cell', { name: 'An hour each month', exact: true }).waitFor()
  await page.getByRole('table', { name: 'Beside what it can show' }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Take back: An hour each month' }).click()
  await page.getByText('The line is taken back.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('cell', { name: 'An hour each month', exact: true }).waitFor()
  await page.close()
})

test('a sponsor report begins with what happened, is written on, compared with its first version, and taken along', async () => {
  const page = await window.newPage()
  await page.goto(at('reports'))
  await press(page, 'Begin a report')
  await page.getByRole('textbox', { name: 'Title' }).fill('The first half year')
  await page.getByRole('dialog').getByRole('button', { name: 'Begin', exact: true }).click()
  await atHeading(page, 'The first half year')
  await page.getByRole('link', { name: 'Half a day won' }).waitFor()
  await picture(page, 'sponsor-report')

  await page.getByRole('link', { name: 'Write on' }).click()
  const text = page.getByRole('textbox', { name: 'Report', exact: true })
  await text.waitFor()
  const begun = await text.inputValue()
  await text.fill(`${begun}\n\nIt was worth it.`)
  await page.getByRole('textbox', { name: 'What is new in this version' }).fill('What it meant')
  await press(page, 'Keep as a new version')
  await page.getByText('Version 2 is kept.').waitFor()
  await page.getByText('It was worth it.').waitFor()
  await page.getByRole('link', { name: 'Versions' }).click()
  await page.getByText(/Version 2.*What it meant/).waitFor()
  await expect
    .poll(() => page.locator('ins').allTextContents())
    .toEqual(expect.arrayContaining([expect.stringContaining('It was worth it.')]))
  expect(await seriousFaults(page)).toEqual([])

  // A download of the browser's own would go without the token that this window sends with each request.
  const href = await page.getByRole('link', { name: 'Take along as Markdown' }).getAttribute('href')
  const markdown = await page.evaluate(async (address) => (await fetch(address)).text(), href!)
  expect(markdown).toMatch(/^# The first half year\n/)
  expect(markdown).toContain('It was worth it.')
  await page.goto(`${product.address}/sponsor`)
  await page.getByRole('link', { name: 'The first half year' }).waitFor()
  await page.close()
})
