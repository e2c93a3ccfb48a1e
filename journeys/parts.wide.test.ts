import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { focusIsSeen, focused, tabTo } from './support/keyboard.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openParts } from './support/parts.ts'

const parts = await openParts()
const browser = await openBrowser()

async function withParts(view: string, look: (page: Page) => Promise<void>) {
  const window = await openWindow(browser)
  try {
    const page = await window.newPage()
    await page.goto(`${parts}?view=${view}`)
    await settled(page)
    await look(page)
  } finally {
    await window.close()
  }
}

test.each(['marks', 'states', 'text', 'forms', 'lists'])(
  'the parts of "%s" have no serious fault by day, by night and on a phone, which they fit',
  async (view) => {
    await withParts(view, async (page) => {
      await picture(page, `parts-${view}`)
      expect(await seriousFaults(page), 'by day').toEqual([])

      await page.emulateMedia({ colorScheme: 'dark' })
      await page.locator('[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' })
      await picture(page, `parts-${view}`)
      expect(await seriousFaults(page, ['color-contrast']), 'by night').toEqual([])

      await page.setViewportSize({ width: 390, height: 844 })
      await picture(page, `parts-${view}`)
      await page.waitForFunction(() => document.documentElement.scrollWidth <= 390)
      expect(await seriousFaults(page), 'on a phone').toEqual([])
    })
  },
)

test('a tree of thousands is walked by keyboard and keeps few elements on the page', async () => {
  await withParts('lists', async (page) => {
    const tree = page.getByRole('tree', { name: 'Departments' })
    await tabTo(page, 'Departments')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('treeitem', { name: /^Unit 2\.1 / }).waitFor()
    const chosen = tree.locator('[aria-selected="true"]')
    const atEnd = async () => {
      await page.keyboard.press('End')
      return chosen.textContent({ timeout: 1_000 }).catch(() => 'nothing')
    }
    await expect.poll(atEnd).toContain('Unit 12')
    await page.keyboard.press('ArrowUp')
    for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowUp')
    await expect.poll(() => chosen.textContent()).toContain('Unit 2.5000')
    expect(await page.locator('*').count()).toBeLessThan(2_000)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => chosen.getAttribute('aria-expanded')).toBe('true')
  })
})

test('people are mentioned by keyboard: @, letters, arrow, Enter', async () => {
  await withParts('text', async (page) => {
    const area = page.getByLabel('What happens, what you tried, where')
    await area.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('@An')
    await page.getByRole('option', { name: /Antti/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')

    await expect.poll(() => area.inputValue()).toContain('@[Antti Mäkelä](/people/Antti)')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
  })
})

test('a pasted image is uploaded and stands in the text', async () => {
  await withParts('text', async (page) => {
    const area = page.getByLabel('What happens, what you tried, where')
    await area.focus()
    await area.evaluate((element) => {
      const data = new DataTransfer()
      data.items.add(new File(['x'], 'stairs.png', { type: 'image/png' }))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })

    await expect.poll(() => area.inputValue()).toContain('![stairs.png](/files/example)')
  })
})

test('an act can be taken back while its line is shown', async () => {
  await withParts('states', async (page) => {
    await page.getByRole('button', { name: 'Leave, with undo' }).click()
    await page.getByText('You left Physiotherapists.').waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()

    await page.getByText('You left Physiotherapists.').waitFor({ state: 'detached' })
  })
})

test('a line with Undo waits for who goes there by the Tab key, and goes when nobody does', async () => {
  await withParts('states', async (page) => {
    await page.clock.install()
    await page.getByRole('button', { name: 'Leave, with undo' }).click()
    const line = page.getByText('You left Physiotherapists.')
    await line.waitFor()
    for (let stop = 0; stop < 3; stop++) {
      await page.clock.runFor(6_000)
      await page.keyboard.press('Tab')
    }
    expect(await line.isVisible()).toBe(true)
    await page.clock.runFor(9_000)
    await line.waitFor({ state: 'detached' })
  })
})

test('a dialog holds the focus, and gives it back when Escape closes it', async () => {
  await withParts('states', async (page) => {
    await tabTo(page, 'Confirm')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Redact this text everywhere?' }).waitFor()
    await tabTo(page, 'Redact', { most: 6 })
    await page.keyboard.press('Escape')

    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toBe('Confirm')
  })
})

test('a refused form leads to the first field that needs a look', async () => {
  await withParts('forms', async (page) => {
    await page.getByRole('button', { name: 'Open the community' }).click()
    await page.getByText('The community was not created.').waitFor()

    await expect.poll(() => focused(page)).toContain('Name')
    await page.getByText('Choose at most two units.').waitFor()
  })
})

test('units are chosen and taken away by keyboard', async () => {
  await withParts('forms', async (page) => {
    const field = page.getByRole('textbox', { name: 'Units' })
    await field.focus()
    await page.keyboard.type('department c')
    await page.getByRole('option', { name: /Department C/ }).waitFor()
    await page.getByRole('option', { name: /Department B/ }).waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove Department C' }).waitFor()
    await page.keyboard.press('Backspace')

    await page.getByRole('button', { name: 'Remove Department C' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Remove Department A' }).waitFor()
  })
})

test('the first stop of the Tab key skips to the content, and every stop is seen', async () => {
  await withParts('marks', async (page) => {
    await page.keyboard.press('Tab')
    await expect.poll(() => focused(page)).toBe('Skip to the content')
    for (let step = 0; step < 20; step++) {
      expect(await focusIsSeen(page), await focused(page)).toBe(true)
      await page.keyboard.press('Tab')
    }
  })
})

test('after a navigation the new heading has the focus and the window its title', async () => {
  await withParts('states', async (page) => {
    await page.getByRole('link', { name: 'An address without a page' }).click()
    await page.getByRole('heading', { level: 1, name: 'Nothing at this address' }).waitFor()

    await expect.poll(() => focused(page)).toBe('Nothing at this address')
    await expect.poll(() => page.title()).toBe('Nothing at this address · Mortar')
  })
})
