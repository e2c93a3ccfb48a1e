import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { anna } = await examplesIn(product)
const window = await openWindow(await openBrowser())
await product.signIn(window, anna)
const folder = mkdtempSync(join(tmpdir(), 'mortar-journey-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the knowledge office registers a source, tells everybody, brings a table in and takes it back', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/sources`)
  await settled(page)
  await page.getByRole('button', { name: 'Register a source' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Mail of the house')
  await page.getByLabel('Ground').fill('Agreement of 1 March')
  await page.getByLabel(/Everybody is told/).check()
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Mail of the house' }).waitFor()
  await page.getByRole('button', { name: 'Tell everybody' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tell everybody' }).click()
  await page.getByText('Nothing is computed before').waitFor()

  const file = join(folder, 'mail.csv')
  const people = (
    await product.db.selectFrom('person').select('email').where('email', 'is not', null).limit(3).execute()
  ).map(({ email }) => email)
  writeFileSync(
    file,
    `stamp,asks,answers\n2026-03-05,${people[0]},${people[1]}\n2026-03-06,${people[1]},${people[0]}\nsoon,${people[0]},${people[1]}\n2026-03-06,"Kivelä, Anna" <anna.kivela@old.example>,${people[1]}\n`,
  )
  await page.getByLabel('Bring in tables or mails').setInputFiles(file)
  const columns = page.getByRole('group', { name: 'How mail.csv is read' })
  await columns.getByText('Say which columns are when, who and to whom').waitFor()
  await columns.getByLabel('Is: stamp').selectOption('when')
  await columns.getByLabel('Is: asks').selectOption('who')
  await columns.getByLabel('Is: answers').selectOption('to whom')
  await columns.getByRole('table', { name: 'The first rows, as they would be read' }).getByText('2026-03-05').waitFor()
  await settled(page)
  await picture(page, 'columns')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'columns')
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(await seriousFaults(page)).toEqual([])
  await columns.getByRole('button', { name: 'Read it mail.csv' }).click()
  await page.getByText('1 row has no time that can be read (row 4).').waitFor()
  await picture(page, 'source')
  expect(await seriousFaults(page)).toEqual([])

  await page.getByRole('button', { name: 'Take back mail.csv' }).click()
  await page.getByText(/^Taken back/).waitFor()

  const mails = join(folder, 'old.mbox')
  writeFileSync(
    mails,
    `From a Tue Mar  5 08:15:00 2026\nFrom: ${people[0]}\nTo: ${people[1]}\nSubject: a secret\nDate: Thu, 5 Mar 2026 08:15:00 +0200\n\nNobody else may read this.\n`,
  )
  await page.getByLabel('Bring in tables or mails').setInputFiles(mails)
  const readIt = page.getByRole('button', { name: 'Read it old.mbox' })
  await readIt.waitFor()
  const arrived = await sql<{ text: string }>`
    select convert_from(bytes, 'UTF8') as text from trace_import_piece`.execute(product.db)
  await readIt.click()
  await page.getByText(/1 row, 1 trace, 1 count/).waitFor()
  expect(arrived.rows.map(({ text }) => text)).toEqual([
    `time,from,to,message\n"Thu, 5 Mar 2026 08:15:00 +0200",${people[0]},${people[1]},1\n`,
  ])
  await page.close()
})

test('somebody sees what the map knows about them, withdraws at once, and agrees again', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/settings`)
  await page.getByRole('link', { name: 'What the map knows about me' }).click()
  await page.getByRole('heading', { level: 1, name: 'What the map knows about me' }).waitFor()
  await settled(page)
  await picture(page, 'privacy')
  expect(await seriousFaults(page)).toEqual([])

  const source = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Messages', exact: true }) })
  await source.getByRole('button', { name: 'Withdraw Messages' }).click()
  await source.getByText('You withdrew: nothing of you is kept.').waitFor()
  await source.getByText('Nothing of you is kept from this source.').waitFor()
  await source.getByRole('button', { name: 'Agree Messages' }).click()
  await source.getByText('Your traces are in.').waitFor()
  await page.close()
})

test('what happens in Mortar is a source that reads itself, told in words and not in names of channels', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/sources`)
  await page.getByRole('heading', { level: 2, name: 'Mortar' }).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: 'Mortar' }).waitFor()
  await page.getByText('Mortar reads what happens here by itself').waitFor()
  await page.getByText('answers, thanks, asked by name, practices, and work on the same').waitFor()
  expect(await page.getByLabel('Bring in tables or mails').count()).toBe(0)
  await settled(page)
  await picture(page, 'own-source')
  expect(await seriousFaults(page)).toEqual([])

  await page.goto(`${product.address}/privacy`)
  const own = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Mortar', exact: true }) })
  await own.locator('summary').click()
  await own.getByRole('cell', { name: 'answers' }).first().waitFor()
  await picture(page, 'own-privacy')
  await page.close()
})
