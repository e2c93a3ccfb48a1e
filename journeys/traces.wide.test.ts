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
  await page.getByLabel('What its traces tell').selectOption('Who wrote to whom by mail')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Mail of the house' }).waitFor()
  await page.getByRole('button', { name: 'Tell everybody' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tell everybody' }).click()
  await page.getByText('Nothing is computed before').waitFor()
  await page.getByText('Who wrote to whom (mail), never what').waitFor()

  const file = join(folder, 'mail.csv')
  const people = (
    await product.db.selectFrom('person').select('email').where('email', 'is not', null).limit(3).execute()
  ).map(({ email }) => email)
  writeFileSync(
    file,
    `stamp,asks,answers,subject\n2026-03-05,${people[0]},${people[1]},a secret\n2026-03-06,${people[1]},${people[0]}\nsoon,${people[0]},${people[1]}\n2026-03-06,"Kivelä, Anna" <anna.kivela@old.example>,${people[1]}\n`,
  )
  await page.getByLabel('Bring in files').setInputFiles(file)
  const asked = page.getByRole('group', { name: 'What the columns are' })
  await asked.getByText('Say which columns are when, who and to whom').waitFor()
  await asked.getByLabel('Is: stamp').selectOption('when')
  await asked.getByLabel('Is: asks').selectOption('who')
  await asked.getByLabel('Is: answers').selectOption('to whom')
  await picture(page, 'asked-columns')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'asked-columns')
  expect(await seriousFaults(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  await asked.getByRole('button', { name: 'Bring in' }).click()
  const columns = page.getByRole('group', { name: 'How mail.csv is read' })
  await columns.getByRole('table', { name: 'The first rows, as they would be read' }).getByText('2026-03-05').waitFor()
  await settled(page)
  await picture(page, 'columns')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'columns')
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(await seriousFaults(page)).toEqual([])
  const sent = await sql<{ text: string }>`
    select convert_from(bytes, 'UTF8') as text from trace_import_piece`.execute(product.db)
  expect(sent.rows.map(({ text }) => text.includes('time,from,to,\n') && !text.includes('secret'))).toEqual([true])
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
  await page.getByLabel('Bring in files').setInputFiles(mails)
  const readIt = page.getByRole('button', { name: 'Read it old.mbox' })
  await readIt.waitFor()
  const arrived = await sql<{ text: string }>`
    select convert_from(bytes, 'UTF8') as text from trace_import_piece`.execute(product.db)
  await readIt.click()
  await page.getByText(/1 row, 1 trace, 1 count/).waitFor()
  expect(arrived.rows.map(({ text }) => text)).toEqual([
    `{"mortarTraces":1,"form":"mail"}\n{"from":"${people[0]}","to":["${people[1]}"],"day":"2026-03-05"}\n`,
  ])
  await page.close()
})

test('each history that is brought in is given the name of its project', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/sources`)
  await page.getByRole('button', { name: 'Register a source' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Projects of the house')
  await page.getByLabel('Ground').fill('Agreement of 1 March')
  await page.getByLabel(/Everybody is told/).check()
  await page.getByLabel('What its traces tell').selectOption('Who worked on the same files')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByRole('button', { name: 'Tell everybody' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tell everybody' }).click()
  await page.getByText('Nothing is computed before').waitFor()

  const at = Date.parse('2026-03-05T10:00:00Z') / 1000
  const history = join(folder, 'history.txt')
  const mill = join(folder, 'mill.log')
  for (const [path, who] of [
    [history, 'ann'],
    [mill, 'bo'],
  ] as const)
    writeFileSync(path, `\u0001${at}\0${who}@mill.example\0${who}\0\0\nsrc/index.ts\0`)
  await page.getByLabel('Bring in files').setInputFiles([history, mill])
  await page.getByLabel('Project of history.txt').waitFor()
  expect(await page.getByLabel('Project of mill.log').inputValue()).toBe('mill')
  await page.getByLabel('Project of history.txt').fill('loom')
  await picture(page, 'projects')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'projects')
  expect(await seriousFaults(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  const rows = page.getByRole('table', { name: 'The first rows, as they would be read' })
  await rows.getByText('loom:src/index.ts').waitFor()
  await rows.getByText('mill:src/index.ts').waitFor()
  await page.close()
})

test('a chat is told as a chat, not as mail', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/sources`)
  await page.getByRole('button', { name: 'Register a source' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Chat of the house')
  await page.getByLabel('Ground').fill('Agreement of 1 March')
  await page.getByLabel('What its traces tell').selectOption('Who wrote to whom in a chat')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  // Its line in the list says the same until its own page is there.
  await page.getByRole('heading', { level: 1, name: 'Chat of the house' }).waitFor()
  await page.getByText('Who wrote to whom (chat), never what').waitFor()
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
  expect(await page.getByLabel('Bring in files').count()).toBe(0)
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
