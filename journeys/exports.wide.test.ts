import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendar, canary, mattermost, slack, slackFiles } from '@mortar/traces/test/samples'
import { zip } from '@mortar/traces/test/zip'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { anna } = await examplesIn(product)
const window = await openWindow(await openBrowser())
await product.signIn(window, anna)
const folder = mkdtempSync(join(tmpdir(), 'mortar-exports-'))
afterAll(() => rmSync(folder, { recursive: true }))

const people = (
  await product.db.selectFrom('person').select('email').where('email', 'is not', null).orderBy('id').limit(3).execute()
).map(({ email }) => email!) as unknown as readonly [string, string, string]

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

async function source(name: string, kind: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into trace_source (name, kind, channel, purpose, legal_ground, retention_days, mode, announced_at)
    values (${name}, ${kind}, 'chat', 'To see communities', 'Agreement', 20000, 'announced', now() - interval '20 days')
    returning id`.execute(product.db)
  return rows[0]!.id
}

/** Everything that has been sent of an import that is looked at. */
const arrived = async () =>
  (
    await sql<{ text: string }>`select convert_from(bytes, 'UTF8') as text from trace_import_piece`.execute(product.db)
  ).rows
    .map(({ text }) => text)
    .join('')

/** Chooses files, looks at what would be read, and reads it. */
async function bring(page: Page, paths: string | string[], name: string, button = 'Bring in files') {
  await page.getByLabel(button).setInputFiles(paths)
  return looked(page, name)
}

async function looked(page: Page, name: string) {
  await page.getByRole('button', { name: `Read it ${name}` }).waitFor()
  const look = page.getByRole('group', { name: `How ${name} is read` })
  await look.getByText('nothing else of it was sent').waitFor()
  expect(await arrived()).not.toMatch(new RegExp(canary, 'i'))
  return look
}

test('chats are brought in by the page as Slack and Mattermost give them, and no word of them leaves the browser', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/sources/${await source('Chat', 'messages')}`)
  await page.getByText('A chat: Slack').click()
  await page.getByText('Choose the zip as it is, or the folder').waitFor()
  const look = await bring(page, file('slack.zip', slack(people)), 'slack.zip')
  await look.getByRole('cell', { name: '2024-03-12' }).waitFor()
  await settled(page)
  expect(await seriousFaults(page)).toEqual([])
  await picture(page, 'slack')
  await look.getByRole('button', { name: 'Read it slack.zip' }).click()
  await page.getByText('6 rows, 4 traces').waitFor()
  await page.getByText('1 entry could not be read').waitFor()

  const unpacked = join(folder, 'unpacked')
  for (const [path, value] of Object.entries(slackFiles(people))) {
    mkdirSync(join(unpacked, path, '..'), { recursive: true })
    writeFileSync(join(unpacked, path), typeof value === 'string' ? value : JSON.stringify(value))
  }
  const again = await bring(page, unpacked, 'unpacked', 'Bring in a folder')
  await again.getByRole('button', { name: 'Read it unpacked' }).click()
  await page.getByText(/This file was imported on .* Nothing was changed/).waitFor()

  const packed = zip({ 'import.jsonl': mattermost(people) }, { deflated: true })
  const other = await bring(page, file('mattermost.zip', packed), 'mattermost.zip')
  await other.getByRole('button', { name: 'Read it mattermost.zip' }).click()
  await page.getByText('The last row is cut off').waitFor()
  await page.close()
})

test('calendars and the history of a project are brought in by the page, with the line that git is asked by', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/sources/${await source('Meetings', 'meetings')}`)
  const calendars = [file('one.ics', calendar(people)), file('two.ics', calendar(people).replaceAll('UID:', 'UID:x'))]
  const look = await bring(page, calendars, 'one.ics +1')
  await look.getByRole('columnheader', { name: 'With whom' }).waitFor()
  await look.getByRole('button', { name: 'Read it one.ics +1' }).click()
  await page.getByText(/^16 rows/).waitFor()

  await page.goto(`${product.address}/sources/${await source('Projects', 'artefacts')}`)
  await page.getByText('The history of a project (git)').click()
  const line = await page
    .getByRole('group', { name: 'Line to type where the project lies' })
    .locator('code')
    .innerText()
  const project = join(folder, 'project')
  mkdirSync(project)
  file('project/plan.md', canary)
  const run = (command: string) => execFileSync('sh', ['-c', command], { cwd: project })
  run(`git init -q && git add -A && git -c user.email=${people[0]} -c user.name=N commit -q -m ${canary}`)
  run(line)
  await page.getByLabel('Bring in files').setInputFiles(join(project, 'history.txt'))
  await page.getByLabel('Project of history.txt').fill('loom')
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  const history = await looked(page, 'history.txt')
  await history.getByRole('cell', { name: 'loom:plan.md' }).waitFor()
  await settled(page)
  await picture(page, 'git')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'git')
  expect(await seriousFaults(page)).toEqual([])
  await history.getByRole('button', { name: 'Read it history.txt' }).click()
  await page.getByText('1 row, 1 trace, 1 count').waitFor()
  await page.close()
})

test('a file that cannot be read is told in a sentence, and those beside it come in', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/sources/${await source('Calls', 'messages')}`)
  await page
    .getByLabel('Bring in files')
    .setInputFiles([
      file('cut.zip', slack(people).subarray(0, 400)),
      file('locked.zip', zip(slackFiles(people), { encrypted: true })),
      file('house.ics', calendar(people)),
      file('whole.zip', slack(people)),
    ])
  const told = page.getByRole('alert')
  await told.getByText('cut.zip is cut off or damaged').waitFor()
  await told.getByText('locked.zip is encrypted').waitFor()
  await told.getByText('house.ics tells something else than people were told of this source').waitFor()
  await page.getByRole('button', { name: 'Read it whole.zip' }).waitFor()
  await settled(page)
  await picture(page, 'refused')
  expect(await seriousFaults(page)).toEqual([])

  // A line that has stalled: whoever stops leaves nothing half sent behind.
  await page.route('**/pieces/0', () => {})
  await page.getByLabel('Bring in files').setInputFiles(file('stopped.zip', slack(people)))
  await page.getByText('Sending stopped.zip').waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  const stopped = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'stopped.zip' }) })
  await stopped.getByText(/^Taken back/).waitFor()
  await page.getByLabel('Bring in files').waitFor({ state: 'attached' })
  await page.close()
})
