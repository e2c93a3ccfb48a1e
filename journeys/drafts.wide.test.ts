import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atHeading } from './support/acts.ts'
import { openBrowser } from './support/browser.ts'
import { openEmptyProduct } from './support/empty-product.ts'
import { settled } from './support/look.ts'
import { settle } from './support/settled.ts'

const product = await openEmptyProduct()
const [address] = product.addresses
const browser = await openBrowser()
const { hilla, oskari, inquiry } = await settle(browser, product)

/** Keeps back what the page asks about drafts, until it is let go. */
async function slowDrafts(page: Page): Promise<() => void> {
  const go = Promise.withResolvers<void>()
  await page.route('**/api/drafts/**', async (route) => {
    await go.promise
    await route.continue()
  })
  return go.resolve
}

test('a practice is written in fields that already hold what helped, however late that comes', async () => {
  const told = await oskari.send(`POST /inquiries/${inquiry}/contributions`, {
    kind: 'experience',
    outcome: 'worked',
    body: 'Run it empty for ten minutes.',
  })
  await hilla.send(`PUT /inquiries/${inquiry}/resolution`, { helped: [told.id] })
  const page = await hilla.window.newPage()
  const letGo = await slowDrafts(page)
  const asked = page.waitForRequest(/api\/drafts/)
  await page.goto(`${address}/practices/new?inquiry=${inquiry}`)
  await asked
  await page.locator('main [aria-busy="true"]').first().waitFor()
  expect(await page.getByRole('textbox', { name: 'How', exact: true }).count()).toBe(0)

  letGo()

  await atHeading(page, 'Distil a practice')
  const how = page.getByRole('textbox', { name: 'How', exact: true })
  expect(await how.inputValue()).toContain('Run it empty for ten minutes.')
})

test('what was kept is there before anything can be written over it', async () => {
  const key = encodeURIComponent(`inquiry:${inquiry}:answer`)
  await oskari.send(`PUT /drafts/${key}`, { content: { kind: 'answer', body: 'The drum is warm on Tuesdays' } })
  const page = await oskari.window.newPage()
  const letGo = await slowDrafts(page)
  const asked = page.waitForRequest(/api\/drafts/)
  await page.goto(`${address}/inquiries/${inquiry}`)
  await asked
  expect(await page.getByRole('textbox', { name: 'What you would do' }).count()).toBe(0)

  letGo()

  await settled(page)
  const body = page.getByRole('textbox', { name: 'What you would do' })
  expect(await body.inputValue()).toBe('The drum is warm on Tuesdays')
  const kept = page.waitForResponse((response) => response.request().method() === 'PUT')
  await body.press('End')
  await body.pressSequentially(' too.')
  await kept
  const { content } = await oskari.send<{ content: { body: string } }>(`GET /drafts/${key}`)
  expect(content.body).toBe('The drum is warm on Tuesdays too.')
})

test('what one window kept is not written over by another: the person chooses', async () => {
  const key = encodeURIComponent(`inquiry:${inquiry}:answer`)
  const windows = [await hilla.window.newPage(), await hilla.window.newPage()] as const
  for (const page of windows) {
    await page.goto(`${address}/inquiries/${inquiry}`)
    await settled(page)
    await page.getByRole('radio', { name: 'Answer', exact: true }).check()
  }
  const [one, other] = windows.map((page) => page.getByRole('textbox', { name: 'What you would do' })) as [
    Locator,
    Locator,
  ]
  const kept = windows[0].waitForResponse((response) => response.request().method() === 'PUT' && response.ok())
  await one.fill('From the first window')
  await kept

  await other.fill('From the second window')
  await windows[1].getByRole('alert').filter({ hasText: 'another window' }).waitFor()
  const { content } = await hilla.send<{ content: { body: string } }>(`GET /drafts/${key}`)
  expect(content.body).toBe('From the first window')

  await windows[1].getByRole('button', { name: 'Take the other text' }).click()
  await expect.poll(() => other.inputValue()).toBe('From the first window')
})
