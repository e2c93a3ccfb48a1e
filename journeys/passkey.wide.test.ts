import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { openEmptyProduct } from './support/empty-product.ts'

const product = await openEmptyProduct()
const [address] = product.addresses
const browser = await openBrowser()

/** A device with a fingerprint reader that says yes. */
async function deviceIn(window: BrowserContext, page: Page) {
  const device = await window.newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { keys: async () => (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length }
}

test('the first person opens Mortar by link and passkey, starts empty, leaves, and comes back with the passkey alone', async () => {
  const link = await product.firstLink()
  const window = await openWindow(browser)
  const page = await window.newPage()
  const { keys } = await deviceIn(window, page)

  await page.goto(link)
  await page.getByLabel('Your name').fill('Hilla Korpi')
  await page.getByLabel('E-mail address').fill('hilla@example.org')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await page.getByRole('heading', { name: 'How do you want to begin?' }).waitFor()
  expect(await keys()).toBe(1)

  await page.getByLabel('Start empty').check()
  await page.getByLabel('What is your organization called?').fill('Weavers of Kainuu')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.waitForURL(`${address}/`)

  await page.goto(`${address}/settings`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.goto(`${address}/office?view=members`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()

  await page.waitForURL(`${address}/office?view=members`)
  await page.getByText('Hilla Korpi').waitFor()
  await page.goto(link)
  await page.getByText('each works once').waitFor()
  await window.close()
})

test('who turns away from the passkey goes on with a password, by the same link', async () => {
  const own = await openEmptyProduct()
  const link = await own.firstLink()
  const window = await openWindow(browser)
  const page = await window.newPage()
  // A device that says no.
  await page.addInitScript(() => {
    navigator.credentials.create = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })

  await page.goto(link)
  await page.getByLabel('Your name').fill('Hilla Korpi')
  await page.getByLabel('E-mail address').fill('hilla@example.org')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await page.getByRole('alert').waitFor()
  await page.goto(link)
  await page.getByLabel('New password').fill('seven geese cross the ice slowly')
  await page.getByRole('button', { name: 'Come in' }).click()

  await page.getByRole('heading', { name: 'How do you want to begin?' }).waitFor()
  await page.goto(link)
  await page.getByText('each works once').waitFor()
  await window.close()
})
