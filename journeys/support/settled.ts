import type { Browser, BrowserContext } from 'playwright-core'
import { password } from './acts.ts'
import { openWindow } from './browser.ts'
import type { EmptyProduct } from './empty-product.ts'

export interface Member {
  email: string
  window: BrowserContext
  /** Asks the API as this person, whose cookie the window holds. */
  send<Reply = { id: string }>(address: string, body?: object): Promise<Reply>
}

/** Two people with a community and an inquiry: where a journey begins that is not about beginning. */
export async function settle(browser: Browser, product: EmptyProduct) {
  const hilla = await memberIn(browser, product, 'hilla@weavers.example')
  await hilla.send(welcome(await product.firstLink()), { name: 'Hilla Korpi', email: hilla.email, password })
  await hilla.send('POST /organization/beginning', {
    choice: 'empty',
    name: 'Weavers of Kainuu',
    language: 'en',
    timeZone: 'Europe/Helsinki',
  })
  await hilla.send('POST /office/people', { name: 'Oskari Niemi', email: 'oskari@weavers.example' })
  const oskari = await letIn(browser, product, hilla, 'Oskari Niemi', 'oskari@weavers.example')
  const community = await hilla.send('POST /communities', {
    name: 'Carders',
    short: 'CAR',
    colour: 1,
    visibility: 'open',
    domain: 'Clean carding with old machines',
  })
  const inquiry = await hilla.send('POST /inquiries', {
    title: 'The carding drum clogs every Monday morning',
    body: 'After a weekend the wool sticks to the drum.',
    communities: [community.id],
  })
  return { hilla, oskari, inquiry: inquiry.id }
}

/** Somebody who is known and has no account yet comes in by a link. */
export async function letIn(
  browser: Browser,
  product: EmptyProduct,
  by: Member,
  name: string,
  email: string,
): Promise<Member> {
  const member = await memberIn(browser, product, email)
  const known = await by.send<{ items: { id: string; name: string }[] }>(
    `GET /people?words=${encodeURIComponent(name)}`,
  )
  const people = known.items.filter((person) => person.name === name).map(({ id }) => id)
  const { items } = await by.send<{ items: { link: string }[] }>('POST /office/invitations', { people })
  await member.send(welcome(items[0]!.link), { password })
  return member
}

const welcome = (link: string) => `POST ${new URL(link).pathname}`

async function memberIn(browser: Browser, { addresses: [address] }: EmptyProduct, email: string): Promise<Member> {
  const window = await openWindow(browser)
  return {
    email,
    window,
    async send<Reply>(what: string, body?: object) {
      const [method, path] = what.split(' ') as [string, string]
      const response = await window.request.fetch(`${address}/api${path}`, { method, ...(body && { data: body }) })
      const text = await response.text()
      if (!response.ok()) throw new Error(`${what} was refused: ${response.status()} ${text}`)
      return (text ? JSON.parse(text) : undefined) as Reply
    },
  }
}
