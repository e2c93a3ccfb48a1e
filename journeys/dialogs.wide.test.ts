import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { drawn, picture, settled, seriousFaults } from './support/look.ts'
import { openProduct } from './support/product.ts'
import { listenToServer, pseudoText, wordsWithoutCatalogue } from './support/words.ts'

const product = await openProduct()
const { anna, examples } = await examplesIn(product)
const browser = await openBrowser()
const window = await openWindow(browser, { width: 390, scheme: 'dark' })
await product.signIn(window, anna)
const pictures = new Set<string>()

const pages = [
  '/inquiries/$inquiry',
  '/practices/$practice',
  '/practices/$practice/history',
  '/communities/$community',
  '/communities/$community/people',
  '/communities/$community/settings',
  '/units/$unit',
  '/people/$person',
  '/signals/$signal',
  '/escalations/$escalation',
  '/imperatives/$imperative',
  '/learning',
  '/settings',
  '/office',
]

let page: Page
let heard: () => Promise<string>
beforeAll(async () => {
  page = await window.newPage()
  heard = listenToServer(page).heard
})
afterAll(() => expect(pictures.size, 'no dialog was looked at').toBeGreaterThan(15))

const openers = () =>
  page.locator('main button:visible:enabled:not([type="submit"]):not([role="tab"]):not([role="radio"])')
const menu = () => page.getByRole('menu').filter({ visible: true })
const dialog = () => page.getByRole('dialog').filter({ visible: true })
const plain = (name: string) => name.replaceAll(/[\d⟦⟧]+/g, '').trim()
const nameOf = async (part: ReturnType<typeof openers>) =>
  plain((await part.getAttribute('aria-label')) ?? (await part.textContent()) ?? '')
/** Pressed, they would sign Anna out, and leave nothing to look at after that. */
const ending = ['Sign out', 'Has left'].map((word) => plain(pseudoText(word)))

/** What is wrong with what opened: by the rules of axe, in words without a catalogue, or wider than the phone. */
async function faultsOf(way: string): Promise<string[]> {
  await drawn(page)
  pictures.add(way)
  await picture(page, `dialog-${pictures.size}`)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  const faults = [...(await seriousFaults(page)), ...(await wordsWithoutCatalogue(page, heard))]
  return [...faults, ...(wide ? ['is wider than the phone'] : [])].map((fault) => `${way}: ${fault}`)
}

async function fresh(path: string): Promise<void> {
  await page.goto(`${product.address}${path}?language=qps`)
  await settled(page)
  expect(new URL(page.url()).pathname, 'a page that leads elsewhere was not looked at').toBe(path)
}

/** Presses each button of a page once by its name, and each line of a menu; what opens over the page is looked at. */
async function everyDialogOf(path: string): Promise<string[]> {
  const faults: string[] = []
  const pressed = new Set<string>()
  await fresh(path)
  for (let place = 0; place < (await openers().count()); place++) {
    const name = await nameOf(openers().nth(place))
    if (pressed.has(name) || ending.includes(name)) continue
    pressed.add(name)
    await openers().nth(place).click()
    await settled(page)
    const opened = (await menu().count()) > 0 ? 'menu' : (await dialog().count()) > 0 ? 'dialog' : 'neither'
    if (opened !== 'neither') faults.push(...(await faultsOf(`${path} ${name}`)))
    if (opened === 'menu') faults.push(...(await everyLineOf(path, name, place)))
    await fresh(path)
  }
  return faults
}

async function everyLineOf(path: string, name: string, place: number): Promise<string[]> {
  const faults: string[] = []
  const lines = menu().getByRole('menuitem')
  const words = await Promise.all((await lines.all()).map(nameOf))
  for (const word of words) {
    await fresh(path)
    await openers().nth(place).click()
    // What an earlier line did may have taken this one away.
    const now = await Promise.all((await lines.all()).map(nameOf))
    if (!now.includes(word)) continue
    await lines.nth(now.indexOf(word)).click()
    await settled(page)
    if ((await dialog().count()) > 0) faults.push(...(await faultsOf(`${path} ${name} › ${word}`)))
  }
  return faults
}

test.each(pages)(
  'each dialog and menu of %s is without serious faults, in words of the catalogues, on a phone',
  async (path) => {
    const at = path.replaceAll(/\$(\w+)/g, (_, parameter: string) => examples[parameter]!)
    expect(await everyDialogOf(at)).toEqual([])
  },
)
