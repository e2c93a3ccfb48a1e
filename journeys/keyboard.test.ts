import { expect, test } from 'vitest'
import { atHeading, password } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { openEmptyProduct } from './support/empty-product.ts'
import { focused, tabTo } from './support/keyboard.ts'
import { settled } from './support/look.ts'
import { settle } from './support/settled.ts'

const product = await openEmptyProduct()
const [address] = product.addresses
const browser = await openBrowser()
const { hilla, oskari, inquiry } = await settle(browser, product)
await oskari.send(`POST /inquiries/${inquiry}/contributions`, {
  kind: 'experience',
  outcome: 'worked',
  body: 'Run it empty for ten minutes.',
})
const problem = 'The carding drum clogs every Monday morning'

test('without a mouse: sign in, search, answer, reply, mark what helped, take it back', async () => {
  const window = await openWindow(browser)
  const page = await window.newPage()
  const { keyboard } = page
  await page.goto(address)
  await atHeading(page, /^Sign in/)
  await tabTo(page, 'E-mail address')
  await keyboard.type(hilla.email)
  await tabTo(page, 'Password')
  await keyboard.type(password)
  await keyboard.press('Enter')
  await atHeading(page, /^Good to see you/)

  await keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'What are you looking for' }).waitFor()
  await keyboard.type('drum clogs')
  await page.getByRole('option', { name: problem, selected: true }).waitFor()
  await keyboard.press('Enter')
  await atHeading(page, problem)
  await expect.poll(() => focused(page)).toBe(problem)
  await settled(page)

  await tabTo(page, 'Experience')
  await keyboard.press('ArrowDown')
  await tabTo(page, 'What you would do')
  await keyboard.type('Ask the dyers: their drum is the same.')
  await tabTo(page, 'Answer')
  await keyboard.press('Enter')
  await page.getByText('their drum is the same').first().waitFor()

  await tabTo(page, 'Reply', { back: true })
  await keyboard.press('Enter')
  await page.getByLabel('Your reply').waitFor()
  await tabTo(page, 'Your reply')
  await keyboard.type('They say the same.')
  await tabTo(page, 'Reply')
  await keyboard.press('Enter')
  await page.getByText('They say the same.').first().waitFor()
  await page.getByLabel('Your reply').waitFor({ state: 'detached' })

  await tabTo(page, 'This helped', { back: true })
  await keyboard.press('Enter')
  await page.getByText('Marked as what helped.').waitFor()
  await page.getByRole('heading', { name: /^What helped/ }).waitFor()
  await tabTo(page, 'Undo')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: /^What helped/ }).waitFor({ state: 'detached' })
  await window.close()
})

test('the Tab key goes through the whole page of an inquiry and comes round again', async () => {
  const page = await hilla.window.newPage()
  await page.goto(`${address}/inquiries/${inquiry}`)
  await settled(page)
  await tabTo(page, 'Skip to the content', { most: 150 })
  await tabTo(page, 'What you did, and how it went', { most: 150 })
  await tabTo(page, 'Skip to the content', { most: 150 })
})

test('Escape leaves the search, and the focus is where it was', async () => {
  const page = await hilla.window.newPage()
  await page.goto(`${address}/inquiries`)
  await settled(page)
  await tabTo(page, 'Communities')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Search' }).waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => focused(page)).toBe('Communities')
})
