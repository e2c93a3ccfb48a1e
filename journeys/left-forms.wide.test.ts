import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { atHeading, goTo, press } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { anna, examples } = await examplesIn(product)
const browser = await openBrowser()
const window = await openWindow(browser)
await product.signIn(window, anna)

/** A run that goes on, in a unit that Anna works in, too. */
const { rows } = await sql<{ address: string }>`
  with going as (
    select run.* from run join practice on practice.id = run.practice_id join community on community.id = practice.community_id
    where run.ended_at is null and community.visibility = 'open' limit 1),
  helping as (
    insert into position (person_id, unit_id, title, from_day)
    select ${anna.id}, unit_id, 'Helper', '2026-01-01' from going)
  select '/practices/' || practice_id || '/runs/' || id as address from going`.execute(product.db)

/** Pages with a form, and a field of it. */
const forms = [
  ['/communities/new', 'Purpose'],
  ['/signals/new', 'In a few sentences'],
  ['/escalations/new', 'What is asked'],
  ['/learning/items/new', 'Title'],
  ['/learning/needs-assessments/new', 'Why you ask, in English'],
  [`/stories/new?practice=${examples['practice']}`, 'What happened, and what was good about it?'],
  [`/practices/${examples['practice']}/edit`, 'The problem it answers'],
  ['/surveys/new', 'Purpose'],
  ['/communities/physiotherapists/close', 'What this community leaves behind'],
  ['/lab/your-organization', 'Name'],
  [rows[0]!.address, 'What should others know'],
] as const

test.each(forms)('what was typed at %s is there again for who went elsewhere', async (path, field) => {
  const page = await window.newPage()
  await page.goto(`${product.address}${path}`)
  await settled(page)
  const typed = page.getByRole('textbox', { name: field }).first()
  await typed.fill('Left before it was sent')
  await goTo(page, 'Home')
  await atHeading(page, /^Good/)
  await page.goBack()
  await expect.poll(() => typed.inputValue()).toBe('Left before it was sent')

  await page.reload()
  await expect.poll(() => typed.inputValue()).toBe('Left before it was sent')
  await press(page, 'Clear the form')
  await expect.poll(() => typed.inputValue()).not.toBe('Left before it was sent')
  await press(page, 'Undo')
  await expect.poll(() => typed.inputValue()).toBe('Left before it was sent')
  await press(page, 'Clear the form')
  await page.getByRole('button', { name: 'Clear the form' }).waitFor({ state: 'detached' })
  await page.close()
})

test('who wrote words in a dialog and presses Escape is asked once', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/practices/${examples['practice']}`)
  await settled(page)
  await press(page, 'I used this')
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await press(page, 'I used this')
  const words = dialog.getByRole('textbox', { name: 'What changed' })
  await words.fill('The first walk came a day earlier.')
  await page.keyboard.press('Escape')
  await dialog.getByText('What you wrote here is not sent yet.').waitFor()
  await settled(page)
  await picture(page, 'dialog-left')
  expect(await seriousFaults(page)).toEqual([])
  await press(page, 'Go on writing')
  expect(await words.inputValue()).toBe('The first walk came a day earlier.')
  expect(await dialog.getByText('What you wrote here is not sent yet.').count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await press(page, 'I used this')
  expect(await words.inputValue()).toBe('')
  await page.close()
})
