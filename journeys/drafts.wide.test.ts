import type { Locator, Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { atHeading } from './support/acts.ts'
import { openBrowser } from './support/browser.ts'
import { openEmptyProduct } from './support/empty-product.ts'
import { settled } from './support/look.ts'
import { type Member, settle } from './support/settled.ts'

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

/** What the server keeps of what somebody writes. */
async function draftOf({ send }: Member, key: string): Promise<string> {
  return (await send<{ content: { body: string } }>(`GET /drafts/${key}`)).content.body
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
  await body.press('End')
  await body.pressSequentially(' too.')
  await expect.poll(() => draftOf(oskari, key)).toBe('The drum is warm on Tuesdays too.')
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
  await one.fill('From the first window')
  await expect.poll(() => draftOf(hilla, key)).toBe('From the first window')

  await other.fill('From the second window')
  await windows[1].getByRole('alert').filter({ hasText: 'another window' }).waitFor()
  expect(await draftOf(hilla, key)).toBe('From the first window')

  await windows[1].getByRole('button', { name: 'Take the other text' }).click()
  await expect.poll(() => other.inputValue()).toBe('From the first window')
})

test('who leaves the page at once, or while the line is cut, has written all the same', async () => {
  const key = encodeURIComponent(`inquiry:${inquiry}:answer`)
  const page = await oskari.window.newPage()
  const body = page.getByRole('textbox', { name: 'What you would do' })
  const leave = () => page.getByRole('link', { name: 'Communities' }).first().click()
  await page.goto(`${address}/communities`)
  await settled(page)
  await page.goto(`${address}/inquiries/${inquiry}`)
  await settled(page)

  await body.fill('Typed and gone.')
  await leave()
  await atHeading(page, 'Communities')
  await expect.poll(() => draftOf(oskari, key)).toBe('Typed and gone.')
  await page.goBack()
  expect(await body.inputValue()).toBe('Typed and gone.')

  await oskari.window.setOffline(true)
  await body.fill('Typed in the tunnel and gone.')
  await leave()
  await atHeading(page, 'Communities')
  await page.goBack()
  expect(await body.inputValue()).toBe('Typed in the tunnel and gone.')
  await leave()
  await atHeading(page, 'Communities')
  await oskari.window.setOffline(false)
  await expect.poll(() => draftOf(oskari, key), { timeout: 30_000 }).toBe('Typed in the tunnel and gone.')
  await page.goBack()
  await settled(page)
  expect(await body.inputValue()).toBe('Typed in the tunnel and gone.')
  await page.close()
})

test('what is written while the line is cut or after the session has ended is kept, and nobody has to type it again', async () => {
  const page = await oskari.window.newPage()
  await page.goto(`${address}/inquiries/${inquiry}`)
  await settled(page)
  const body = page.getByRole('textbox', { name: 'What you would do' })

  await oskari.window.setOffline(true)
  await body.fill('Written in the tunnel.')
  await page.getByText('The draft could not be kept on the server.').waitFor()
  await oskari.window.setOffline(false)
  await page.getByText('Draft kept').waitFor()

  // Kept on the server, and what it answered never came back.
  const cut = async (route: Route) => {
    await route.fetch()
    await route.abort()
  }
  await page.route('**/api/drafts/**', cut)
  await body.fill('Written at the mouth of the tunnel.')
  await page.getByText('The draft could not be kept on the server.').waitFor()
  await page.unroute('**/api/drafts/**', cut)
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await page.getByText('Draft kept').waitFor()
  expect(await page.getByText('another window').count()).toBe(0)

  const session = await oskari.window.cookies()
  await oskari.window.clearCookies()
  await body.fill('Written in the tunnel, and after the session.')
  await page.getByRole('button', { name: 'Answer', exact: true }).click()
  await page.getByRole('link', { name: 'Sign in in another window' }).waitFor()
  await oskari.window.addCookies(session)
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  const said = 'Written in the tunnel, and after the session.'
  await expect.poll(() => draftOf(oskari, encodeURIComponent(`inquiry:${inquiry}:answer`))).toBe(said)
  await page.getByText('Draft kept').waitFor()

  await page.reload()
  await settled(page)
  await expect.poll(() => body.inputValue()).toBe(said)
})

/** A sheet of a community of both, open in a window of each. */
async function sheetOfBoth(name: string) {
  const community = await hilla.send<{ id: string; slug: string }>('POST /communities', {
    name,
    short: 'MAC',
    colour: 2,
    visibility: 'open',
    domain: 'Spinning with new machines',
  })
  await oskari.send(`PUT /communities/${community.id}/membership`)
  const sheet = await hilla.send(`POST /communities/${community.id}/sheets`, { template: 'worksheet' })
  const route = `/communities/${community.id}/sheets/${sheet.id}`
  const { slug } = await hilla.send<{ slug: string }>(`GET /communities/${community.id}`)
  const opened = async ({ window }: typeof hilla) => {
    const page = await window.newPage()
    await page.goto(`${address}/communities/${slug}/sheets/${sheet.id}`)
    await settled(page)
    return page
  }
  return { route, of: opened, title: async () => (await hilla.send<{ title: string }>(`GET ${route}`)).title }
}
const titleIn = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true })

test('a sheet sends again what was written while the line was cut, and takes its own lost answer for nobody else', async () => {
  const sheet = await sheetOfBoth('Spinners')
  const page = await sheet.of(oskari)

  await oskari.window.setOffline(true)
  await titleIn(page).fill('Written in the tunnel')
  await page.getByText('Not saved. Your text is kept here.').waitFor()
  await oskari.window.setOffline(false)
  await page.getByText('Everything is saved.').waitFor()
  expect(await sheet.title()).toBe('Written in the tunnel')

  // The server did it, and what it answered never came back.
  await page.route(`**/api${sheet.route}`, async (route) => {
    await route.fetch()
    await route.abort()
  })
  await titleIn(page).fill('Written at the mouth of it')
  await page.getByText('Not saved. Your text is kept here.').waitFor()
  await expect.poll(sheet.title).toBe('Written at the mouth of it')
  await page.unroute(`**/api${sheet.route}`)
  await titleIn(page).press('End')
  await titleIn(page).pressSequentially(', and on')
  await page.getByText('Everything is saved.').waitFor()
  expect(await sheet.title()).toBe('Written at the mouth of it, and on')
})

const homeIn = (page: Page) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Home', exact: true })

async function goHome(page: Page): Promise<void> {
  await homeIn(page).click()
  await titleIn(page).waitFor({ state: 'detached' })
}

test('what was written in a sheet that was left while the line was cut is sent when it is back, and is there for who comes back before', async () => {
  const sheet = await sheetOfBoth('Knitters')
  const page = await sheet.of(oskari)
  await homeIn(page).hover()

  await oskari.window.setOffline(true)
  await titleIn(page).fill('Written in the tunnel, and left')
  await page.getByText('Not saved. Your text is kept here.').waitFor()
  await goHome(page)
  await page.goBack()
  await expect.poll(() => titleIn(page).inputValue()).toBe('Written in the tunnel, and left')

  await goHome(page)
  await oskari.window.setOffline(false)
  await expect.poll(sheet.title).toBe('Written in the tunnel, and left')
  await page.goBack()
  await page.getByText('Everything is saved.').waitFor()
  expect(await titleIn(page).inputValue()).toBe('Written in the tunnel, and left')
})

test('what was left in a sheet that somebody else wrote in and called done is there for who comes back', async () => {
  const sheet = await sheetOfBoth('Dyers')
  const page = await sheet.of(oskari)
  const { edits, content } = await hilla.send<{ edits: number; content: object }>(`GET ${sheet.route}`)
  await homeIn(page).hover()

  await oskari.window.setOffline(true)
  await titleIn(page).fill('Mine')
  await page.getByText('Not saved. Your text is kept here.').waitFor()
  await goHome(page)
  await hilla.send(`PUT ${sheet.route}`, { base: edits, title: 'Theirs', content })
  await hilla.send(`PUT ${sheet.route}/state`, { state: 'done' })
  await oskari.window.setOffline(false)
  await page.goBack()

  await page.getByRole('heading', { name: 'Somebody else wrote as well' }).waitFor()
  expect([await titleIn(page).inputValue(), await sheet.title()]).toEqual(['Mine', 'Theirs'])
})

test('a sheet that somebody else wrote in while the line was cut keeps both texts, also once it is done', async () => {
  const sheet = await sheetOfBoth('Weavers')
  const page = await sheet.of(oskari)
  const { edits, content } = await hilla.send<{ edits: number; content: object }>(`GET ${sheet.route}`)

  await oskari.window.setOffline(true)
  await titleIn(page).fill('Mine')
  await page.getByText('Not saved. Your text is kept here.').waitFor()
  await hilla.send(`PUT ${sheet.route}`, { base: edits, title: 'Theirs', content })
  await hilla.send(`PUT ${sheet.route}/state`, { state: 'done' })
  await oskari.window.setOffline(false)

  await page.getByRole('heading', { name: 'Somebody else wrote as well' }).waitFor()
  expect([await titleIn(page).inputValue(), await sheet.title()]).toEqual(['Mine', 'Theirs'])
  await page.getByRole('button', { name: 'Take it up again' }).click()
  await expect.poll(async () => (await hilla.send<{ state: string }>(`GET ${sheet.route}`)).state).toBe('in_use')
  await page.getByRole('button', { name: 'Go on with my text' }).click()
  await expect.poll(sheet.title).toBe('Mine')
})
