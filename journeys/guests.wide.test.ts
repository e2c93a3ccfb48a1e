import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, settled, seriousFaults } from './support/look.ts'
import { openProduct } from './support/product.ts'
import { everyRoute, exampleOf } from './support/routes.ts'
import { brokenHeadings } from './support/words.ts'

/** Somebody of a partner, invited to one community: every page as they find it. */
const product = await openProduct()
const { as, db } = product
const { examples: everybodys } = await examplesIn(product)
const guest = await product.person('Gita Guest')
await comesIn('physiotherapists')
await db.updateTable('person').set({ origin: 'guest' }).where('id', '=', guest.id).execute()
const examples = { ...everybodys, ...(await seenIn('physiotherapists')) }
const window = await openWindow(await openBrowser())
await product.signIn(window, guest)

async function comesIn(slug: string) {
  const { id } = await db.selectFrom('community').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const joined = await as(guest)('PUT /communities/{community}/membership', { params: { community: id } })
  expect(joined.status).toBe(204)
}

async function seenIn(slug: string) {
  const { rows } = await sql<{ inquiry: string; practice: string }>`
    select (select inquiry_id from inquiry_community where community_id = community.id order by inquiry_id limit 1) as inquiry,
           (select id from practice where community_id = community.id and state = 'current' order by id limit 1) as practice
    from community where slug = ${slug}`.execute(db)
  return rows[0]!
}

/** What a guest has: whatever else there is may say that it is not theirs. */
const theirs = [
  '/',
  '/inbox',
  '/search',
  '/settings',
  '/privacy',
  '/sources',
  '/sources/$source',
  '/people/$person',
  '/communities',
  '/communities/$community',
  '/communities/$community/people',
  '/communities/$community/charter',
  '/communities/$community/practices',
  '/inquiries',
  '/inquiries/$inquiry',
  '/ask',
  '/practices',
  '/practices/$practice',
]
const routes = (await everyRoute()).filter(({ open }) => !open)

interface Opened {
  page: Page
  /** Whether in place of the page a sentence stands that it is not theirs. */
  refused: boolean
  /** Links to places of the product, and of what the page is about. */
  places: string[]
}

/** Opens an address, fails where anything broke on it, and looks. */
async function opened(address: string, look: (found: Opened) => Promise<void>) {
  const page = await window.newPage()
  const wrong: string[] = []
  const denied: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (response.status() >= 500) wrong.push(`${response.status()} ${pathname}`)
    if (response.status() === 403) denied.push(`${response.request().method()} ${pathname}`)
  })
  try {
    await page.goto(product.address + address)
    await settled(page)
    const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    expect(brokenHeadings).not.toContain(heading)
    const refused = heading === 'This page is not open to you'
    if (!refused) expect(denied, 'what is asked for beside a page that is shown').toEqual([])
    const links = page.locator('nav a[href^="/"]')
    const places = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
    await look({ page, refused, places })
    expect(wrong).toEqual([])
  } finally {
    await page.close()
  }
}

const visited = new Map<string, boolean>()
const led = new Map<string, string>()

describe.each(routes)('$path', (route) => {
  test('shows a guest what is theirs, or says that it is not and where to go on', async () => {
    const address = exampleOf(route, examples)
    await opened(address, async ({ page, refused, places }) => {
      await picture(page, `guest-${route.path.replaceAll(/[^\w]+/g, '-')}`)
      visited.set(address, refused)
      if (!refused) for (const place of places) led.set(place, address)
      if (theirs.includes(route.path)) expect(refused).toBe(false)
      const wayOn = page.locator('main').locator('a[href], button, input')
      expect(await wayOn.count()).not.toBe(0)
      expect(await seriousFaults(page)).toEqual([])
    })
  })
})

test('no place that is offered to a guest is refused to them', async () => {
  const refusing: string[] = []
  for (const [place, from] of led) {
    if (!visited.has(place)) await opened(place, async ({ refused }) => void visited.set(place, refused))
    if (visited.get(place)) refusing.push(`${place}, offered on ${from}`)
  }
  expect(refusing).toEqual([])
  expect(led.size).toBeGreaterThan(8)
})
