import { expect, test } from 'vitest'
import { atHeading, press } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { tabTo } from './support/keyboard.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { anna } = await examplesIn(product)
const boats = await product.unit('Boat house')
const rolf = await product.person('Rolf Rower', { unit: boats, manages: boats })
const browser = await openBrowser()
const facilitating = await openWindow(browser)
const managing = await openWindow(browser)
await product.signIn(facilitating, anna)
await product.signIn(managing, rolf)
let signal: string
let escalation: string

/** A page of somebody else's, on which the bookmark of the feeds' page is clicked. */
async function fromElsewhere(address: string, title: string) {
  const reading = await facilitating.newPage()
  await reading.goto(`${product.address}/signals/feeds`)
  const bookmark = reading.getByRole('link', { name: 'Tell Mortar' })
  await expect.poll(() => bookmark.getAttribute('href')).toMatch(/^javascript:/)
  const code = (await bookmark.getAttribute('href'))!.replace(/^javascript:/, '')
  await facilitating.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<title>${title}</title>` }),
  )
  await reading.goto(address)
  const [opened] = await Promise.all([facilitating.waitForEvent('page'), reading.evaluate(code)])
  await reading.close()
  return opened
}

test('what somebody read elsewhere becomes a signal, and the signal an inquiry that both know of', async () => {
  const page = await fromElsewhere('https://pool.example.org/booking?utm_source=x', 'A pool that books itself')
  await atHeading(page, 'Tell of something from outside')
  await page.getByRole('combobox', { name: 'For whom' }).click()
  await page.getByRole('option', { name: 'Physiotherapists', exact: true }).click()
  await press(page, 'Tell of it')
  await atHeading(page, 'A pool that books itself')
  signal = page.url()
  expect(await page.getByRole('link', { name: /Read it at/ }).getAttribute('href')).toBe(
    'https://pool.example.org/booking',
  )

  await press(page, 'It raises a question')
  await page.getByLabel('Why it concerns us').fill('Our pool is booked on paper.')
  await press(page, 'Ask the community')
  await atHeading(page, /Ask/)
  await expect
    .poll(() => page.getByRole('textbox', { name: 'The problem in one sentence' }).inputValue())
    .toBe('A pool that books itself')
  await settled(page)
  await page.getByRole('main').getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText('Our pool is booked on paper.').first().waitFor()
  await page.getByRole('link', { name: 'A pool that books itself' }).first().click()
  await page.getByText('became an inquiry').first().waitFor()
  await expect.poll(() => page.url()).toBe(signal)
  await page.close()
})

test('a facilitator escalates from the inquiry, to a manager found by name', async () => {
  const page = await facilitating.newPage()
  await page.goto(signal)
  await page.getByRole('listitem').getByRole('link', { name: 'A pool that books itself' }).click()
  await page.getByRole('link', { name: 'Escalate it' }).click()
  await atHeading(page, 'Escalate a matter')
  await page.getByRole('textbox', { name: 'To whom' }).fill('boat')
  await page.getByRole('option', { name: /Rolf Rower/ }).click()
  await page.getByRole('textbox', { name: 'What is asked' }).fill('May clients book the pool **themselves**?')
  await settled(page)
  await picture(page, 'escalate')
  expect(await seriousFaults(page)).toEqual([])
  await press(page, 'Escalate')
  await page.getByText('put it to Rolf Rower (Boat house)').waitFor()
  escalation = page.url()
  await page.close()
})

test('the manager finds it, says that it arrived and decides, by the keyboard alone; the community sees it at once', async () => {
  const watching = await facilitating.newPage()
  await watching.goto(escalation)
  await watching.getByText('put it to Rolf Rower').waitFor()
  const page = await managing.newPage()
  await page.goto(`${product.address}/manage`)
  await atHeading(page, 'What is asked of you')
  await settled(page)
  await picture(page, 'manage-of-a-manager')
  expect(await page.getByRole('heading').count()).toBeLessThanOrEqual(9)

  await tabTo(page, 'A pool that books itself')
  await page.keyboard.press('Enter')
  await atHeading(page, 'A pool that books itself')
  await tabTo(page, 'It has arrived')
  await page.keyboard.press('Enter')
  await page.getByText('Rolf Rower said that it has arrived.').waitFor()
  await page.getByRole('button', { name: 'Decide', exact: true }).waitFor()
  await tabTo(page, 'Decide')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await tabTo(page, /^yes/)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => dialog.getByRole('radio', { name: /^no/ }).isChecked()).toBe(true)
  await tabTo(page, /^Reason/)
  await page.keyboard.type('The pool belongs to the town.')
  await picture(page, 'decide')
  expect(await seriousFaults(page)).toEqual([])
  await tabTo(page, 'Decide')
  await page.keyboard.press('Enter')
  await page.getByText('Rolf Rower decided: no.').waitFor()

  await watching.getByText('The pool belongs to the town.').waitFor()
  await watching.getByText('Rolf Rower decided: no.').waitFor()
  await page.close()
  await watching.close()
})
