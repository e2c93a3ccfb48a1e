import { expect, test } from 'vitest'
import { atHeading, press, write } from './support/acts.ts'
import { openBrowser } from './support/browser.ts'
import { openEmptyProduct } from './support/empty-product.ts'
import { settled } from './support/look.ts'
import { settle } from './support/settled.ts'

const product = await openEmptyProduct({ servers: 2 })
const browser = await openBrowser()
const { hilla, oskari, inquiry } = await settle(browser, product)

test('what somebody adds through one server appears by itself on a page that another server keeps', async () => {
  const [here, there] = product.addresses
  expect(there).not.toBe(here)
  const reading = await hilla.window.newPage()
  const listening = reading.waitForResponse((response) => response.url().includes('/api/live'))
  await reading.goto(`${here}/inquiries/${inquiry}`)
  await listening
  await settled(reading)
  const writing = await oskari.window.newPage()
  await writing.goto(`${there}/inquiries/${inquiry}`)
  await settled(writing)

  await writing.getByRole('radio', { name: 'It partly worked' }).check()
  await write(writing, 'What you did, and how it went', 'A warm cloth on Sunday night.')
  await press(writing, 'Tell the experience')

  await reading.getByText('A warm cloth on Sunday night.').waitFor()
  await reading.getByText('Experience: it partly worked').waitFor()

  await press(reading, 'This helped')
  await writing.getByText(/Hilla Korpi said that it helped/).waitFor()
  await atHeading(writing, 'The carding drum clogs every Monday morning')
})
