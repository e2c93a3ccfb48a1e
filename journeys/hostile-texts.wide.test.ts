import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { corpus } from '../server/test/security/corpus.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

declare global {
  interface Window {
    ran: number
    blocked: string[]
    canary(): void
  }
}

const product = await openProduct()
const browser = await openBrowser()
const hostile = '<img src=x onerror=canary()>"\'--><script>canary()</script>'
const unit = await product.unit(`Unit ${hostile}`)
const maria = await product.person(`Maria ${hostile}`, { unit, office: true, manages: unit })
const as = product.as(maria)
const texts = corpus.map(([, text]) => text.replaceAll('\0', ''))
const lineOf = (text: string) => text.replaceAll(/[\r\n]/g, ' ').slice(0, 300)
const upTo = (most: number) => {
  let whole = ''
  for (const text of texts) if (whole.length + text.length + 2 <= most) whole += `${text}\n\n`
  return whole
}

async function made(answer: Promise<{ status: number; body: { id: string } }>): Promise<string> {
  const { status, body } = await answer
  if (status !== 201) throw new Error(`A text was refused: ${status} ${JSON.stringify(body)}`)
  return body.id
}

async function written() {
  await as('POST /organization/beginning', {
    body: { choice: 'here', name: `House ${hostile}`, language: 'en', timeZone: 'Europe/Helsinki' },
  })
  const about = upTo(4000)
  const community = await made(
    as('POST /communities', {
      body: {
        name: `Weavers ${hostile}`,
        short: '<b>x</b>',
        colour: 1,
        visibility: 'open',
        domain: `Looms ${hostile}`,
        about,
        notAbout: about,
        purpose: about,
      },
    }),
  )
  const whole = await made(
    as('POST /inquiries', { body: { title: hostile, body: upTo(40_000), communities: [community] } }),
  )
  for (const body of texts) {
    await made(
      as('POST /inquiries/{inquiry}/contributions', { params: { inquiry: whole }, body: { kind: 'answer', body } }),
    )
    await made(as('POST /inquiries', { body: { title: lineOf(body), body, communities: [community] } }))
  }
  const part = upTo(10_000)
  const practice = await made(
    as('POST /practices', {
      body: {
        community,
        kind: 'routine',
        title: hostile,
        problem: part,
        worksWhen: part,
        worksNot: part,
        how: upTo(40_000),
        sources: part,
        steps: texts.slice(0, 50).map((text) => ({ role: lineOf(text).slice(0, 80), what: lineOf(text) })),
      },
    }),
  )
  for (const state of ['proposed', 'current'] as const) {
    await as('PUT /practices/{practice}/state', { params: { practice }, body: { state, reason: '' } })
  }
  await as('PUT /people/{person}', {
    params: { person: maria.id },
    body: { does: about, experience: [hostile], acceptsQuestions: true, shows: ['does', 'experience'] },
  })
  await product.server.catchUp()
  return { community, whole, practice }
}
const { community, whole, practice } = await written()

/** A page on which whatever runs, is blocked, or leads away is noticed. */
async function watched() {
  const own = await openWindow(browser)
  await product.signIn(own, maria)
  const page = await own.newPage()
  const noticed: string[] = []
  page.on('dialog', (dialog) => {
    noticed.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => noticed.push(`error ${error.message}`))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== product.address) noticed.push(`request ${request.url()}`)
  })
  await page.addInitScript(() => {
    window.ran = 0
    window.blocked = []
    window.canary = () => void window.ran++
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      window.blocked.push(`${violatedDirective} ${blockedURI} ${sample}`),
    )
  })
  return { page, noticed, close: () => own.close() }
}

const happened = (page: Page) => page.evaluate(() => ({ ran: window.ran, blocked: window.blocked }))

describe.each([
  ['an inquiry', `/inquiries/${whole}`],
  ['a practice', `/practices/${practice}`],
  ['a community', `/communities/${community}`],
  ['a person', `/people/${maria.id}`],
  ['a unit', `/organization/units/${unit}`],
  ['the inquiries', '/inquiries'],
  ['the practices', '/practices'],
  ['home', '/'],
  ['what is found', '/search?q=script'],
])('%s', (_, path) => {
  test('shows texts that try to run, and nothing runs', async () => {
    const { page, noticed, close } = await watched()
    try {
      await page.goto(product.address + path)
      await settled(page)
      // Whatever waits for a pointer, the focus or sight gets it.
      await page.evaluate(() => {
        for (const element of document.querySelectorAll('main *')) {
          element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
          element.scrollIntoView()
        }
      })
      await page.locator('main').getByText('canary()').filter({ visible: true }).first().waitFor()
      expect(await happened(page)).toEqual({ ran: 0, blocked: [] })
      expect(
        await page
          .locator('main :is(script, iframe, object, embed, form[action], base, meta, link, svg script)')
          .count(),
      ).toBe(0)
      expect(noticed).toEqual([])
    } finally {
      await close()
    }
  })
})

test('a text that came past the first wall would stop at the second: the policy runs no script of a page', async () => {
  const { page, close } = await watched()
  try {
    await page.goto(`${product.address}/inquiries/${whole}`)
    await settled(page)
    await page.evaluate(() => {
      const planted = document.createElement('div')
      planted.innerHTML = '<img src="x" onerror="canary()"><iframe srcdoc="<script>parent.canary()</script>"></iframe>'
      document.body.append(planted)
    })
    await page.waitForFunction(() => window.blocked.length > 0)

    const { ran, blocked } = await happened(page)
    expect([ran, blocked.some((line) => line.startsWith('script-src'))]).toEqual([0, true])
    await page.evaluate(() => window.canary())
    expect((await happened(page)).ran).toBe(1)
  } finally {
    await close()
  }
})

test('the page about the API has no serious fault, and keeps to the policy', async () => {
  const { page, noticed, close } = await watched()
  try {
    await page.goto(`${product.address}/api`)
    await page.locator('summary').first().click()

    expect(await seriousFaults(page)).toEqual([])
    expect(await happened(page)).toEqual({ ran: 0, blocked: [] })
    expect(noticed).toEqual([])
  } finally {
    await close()
  }
})

test('a formula is drawn, and one that cannot be read stays as it was typed', async () => {
  const { page, noticed, close } = await watched()
  const body = String.raw`Half is $\frac{1}{2}$, this is not read: $\frac{1$`
  const inquiry = await made(
    as('POST /inquiries', { body: { title: 'What is half?', body, communities: [community] } }),
  )
  try {
    await page.goto(`${product.address}/inquiries/${inquiry}`)
    await page.locator('main math mfrac').waitFor()

    expect(await page.locator('main code').allTextContents()).toEqual([String.raw`\frac{1`])
    expect(await seriousFaults(page)).toEqual([])
    expect(await happened(page)).toEqual({ ran: 0, blocked: [] })
    expect(noticed).toEqual([])
  } finally {
    await close()
  }
})
