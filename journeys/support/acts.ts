import type { Browser, Page } from 'playwright-core'
import { openWindow } from './browser.ts'

export const password = 'seven geese cross the ice slowly'

/** Presses a button by its name. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click()

/** Writes into a field by its label. */
export const write = (page: Page, label: string | RegExp, text: string) =>
  page.getByRole('textbox', { name: label }).fill(text)

/** Goes to a place by the rail. */
export const goTo = (page: Page, place: string) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place, exact: true }).click()

export const atHeading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

/** Comes in by a link that is good once, in a window of one's own, with a password for the next time. */
export async function comeIn(browser: Browser, link: string): Promise<Page> {
  const page = await (await openWindow(browser)).newPage()
  await page.goto(link)
  await page.getByLabel('New password').fill(password)
  await press(page, 'Come in')
  await atHeading(page, /^Good to see you/)
  return page
}

/** The first person names herself, and the organization begins empty or with an import. */
export async function begin(browser: Browser, link: string, how: 'Start empty' | 'Import your own'): Promise<Page> {
  const page = await (await openWindow(browser)).newPage()
  await page.goto(link)
  await atHeading(page, 'Welcome to Mortar')
  await write(page, 'Your name', 'Hilla Korpi')
  await write(page, 'E-mail address', 'hilla@weavers.example')
  await page.getByLabel('New password').fill(password)
  await press(page, 'Open Mortar')
  await atHeading(page, 'How do you want to begin?')
  await page.getByLabel(how).check()
  await write(page, 'What is your organization called?', 'Weavers of Kainuu')
  await press(page, 'Begin')
  return page
}

/** Brings people in from a table, and makes a link for each who cannot sign in yet. */
export async function inviteFrom(page: Page, table: string): Promise<Record<string, string>> {
  await atHeading(page, 'Import people and units')
  await page
    .getByLabel('People', { exact: true })
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await press(page, 'Look at it')
  await press(page, 'Apply')
  await page.getByText(/^Applied on/).waitFor()

  await page.goto(new URL('/office', page.url()).href)
  await press(page, 'Make invitations for everybody')
  const slips = page.getByRole('textbox', { name: /^Link for / })
  await slips.first().waitFor()
  const links = await slips.evaluateAll((all) =>
    all.map((one) => [one.getAttribute('aria-label')!.replace('Link for ', ''), (one as HTMLInputElement).value]),
  )
  return Object.fromEntries(links) as Record<string, string>
}
