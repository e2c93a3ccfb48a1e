import { expect, test } from 'vitest'
import type { Somebody } from '../server/test/world.ts'
import { press, write } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

/** What facilitators, stewards, delegates and the knowledge office do now and then, where two of them may meet. */
const product = await openProduct()
const { as, db } = product
const mill = await product.unit('Mill')
const hilla = await product.person('Hilla Korpi', { office: true, unit: mill })
const tom = await product.person('Tom Salo', { delegateOf: mill })
await product.person('Toini Outside')
const pat = await product.person('Pat Newcomer')
await as(hilla)('POST /organization/beginning', {
  body: { choice: 'here', name: 'Weavers of Kainuu', language: 'en', timeZone: 'Europe/Helsinki' },
})
const { body: carders } = await as(hilla)('POST /communities', {
  body: { name: 'Carders', short: 'CAR', colour: 1, visibility: 'by_request', domain: 'Clean carding' },
})
const params = { community: carders.id }
await db.insertInto('membership').values({ communityId: carders.id, personId: tom.id, byAct: 'accepted' }).execute()
await as(hilla)('PUT /communities/{community}/members/{person}/roles', {
  params: { ...params, person: tom.id },
  body: { roles: ['steward'] },
})
const practice = await currentPractice()
const browser = await openBrowser()

async function currentPractice() {
  const text = { title: 'Run the drum empty', problem: 'Wool sticks to it.', how: 'Ten minutes.' }
  const { body } = await as(hilla)('POST /practices', { body: { ...text, community: carders.id, kind: 'method' } })
  for (const state of ['proposed', 'current'] as const)
    await as(hilla)('PUT /practices/{practice}/state', {
      params: { practice: body.id },
      body: { state, reason: '' },
    })
  return body.id
}

async function open(who: Somebody, path: string) {
  const window = await openWindow(browser)
  await product.signIn(window, who)
  const page = await window.newPage()
  await page.goto(product.address + path)
  await settled(page)
  return page
}

test('an older change is put into the newest text with both in sight, and its author stays the author', async () => {
  const change = (how: string, problem = 'Wool sticks to it.') => ({
    params: { practice },
    body: { title: 'Run the drum empty', problem, how, base: 1, note: 'It takes longer.' },
  })
  await as(tom)('POST /practices/{practice}/changes', change('Twenty minutes.'))
  await as(hilla)('PUT /practices/{practice}/text', change('A quarter of an hour.', 'Wool sticks to the drum.'))
  const page = await open(hilla, `/practices/${practice}/revisions`)
  await page.getByRole('link', { name: 'Put it into the newest text' }).click()
  await settled(page)
  await page.getByRole('heading', { name: 'What Tom Salo would change' }).waitFor()
  await page.getByRole('heading', { name: 'What changed since revision 1' }).waitFor()
  await page.getByText(/^Both changed: How/).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.waitForFunction(() => document.documentElement.scrollWidth <= 390)
  await picture(page, 'take-change')
  await write(page, /^How$/, 'A quarter of an hour, or twenty minutes.')
  await press(page, 'Take it')
  await page.getByText('Taken as a new revision.').waitFor()

  const { text } = (await as(hilla)('GET /practices/{practice}', { params: { practice } })).body
  expect([text.revision, text.by?.name, text.takenBy?.name]).toEqual([3, 'Tom Salo', 'Hilla Korpi'])
  expect([text.problem.markdown, text.how.markdown]).toEqual([
    'Wool sticks to the drum.',
    'A quarter of an hour, or twenty minutes.',
  ])
})

test('who undoes the withdrawal of an application has it back as it was', async () => {
  const { body: asked } = await as(hilla)('POST /inquiries', {
    body: { title: 'Why does it stick?', body: 'Each Monday.', communities: [carders.id] },
  })
  await as(hilla)('POST /practices/{practice}/applications', {
    params: { practice },
    body: { outcome: 'worked', changed: 'It ran clean.', inquiry: asked.id },
  })
  const applications = async () =>
    (await as(hilla)('GET /practices/{practice}', { params: { practice } })).body.applications
  const before = await applications()
  const page = await open(hilla, `/practices/${practice}`)
  await press(page, 'Take back')
  await expect.poll(applications).toEqual([])
  await press(page, 'Undo')

  await expect.poll(applications).toEqual(before)
})

test('a charter that somebody else wrote meanwhile is seen before it is written over', async () => {
  const page = await open(hilla, '/communities/carders/charter')
  await press(page, 'Write the charter')
  await write(page, 'Rhythm', 'Each Tuesday')
  const { charter } = (await as(hilla)('GET /communities/{community}', { params })).body
  await as(hilla)('PUT /communities/{community}/charter', {
    params,
    body: { base: charter.version, domain: charter.domain, rhythm: 'Each Friday', reviewOn: null },
  })
  await press(page, 'Save as a new version')
  await page.getByRole('heading', { name: 'Somebody was quicker' }).waitFor()
  await page.getByText('Friday').first().waitFor()
  await press(page, 'Save as a new version')
  await settled(page)
  const rhythm = async () => (await as(hilla)('GET /communities/{community}', { params })).body.charter.rhythm.markdown
  expect(await rhythm()).toBe('Each Friday')
  await picture(page, 'charter-conflict')
  await press(page, /^Keep my text and go on from version/)
  await press(page, 'Save as a new version')

  await expect.poll(rhythm).toBe('Each Tuesday')
})

test('a wish to join is refused with a reason, which only who asked reads', async () => {
  await as(pat)('POST /communities/{community}/requests', { params, body: { message: 'I card too.' } })
  const page = await open(hilla, '/communities/carders/people')
  await press(page, 'Refuse')
  await page.getByRole('dialog').getByRole('textbox').fill('Come to our open day first.')
  await picture(page, 'refuse')
  await page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click()
  await page.getByText('Refused; only they are told.').waitFor()

  await (await open(pat, '/communities/carders')).getByText('refused: Come to our open day first.').waitFor()
  expect((await as(tom)('GET /communities/{community}', { params })).body.refused).toBeNull()
})

test('the stewardship is offered to members only', async () => {
  const page = await open(hilla, `/practices/${practice}`)
  await page.locator('main').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Hand over the stewardship' }).click()
  const who = page.getByRole('dialog').getByRole('textbox')
  await who.fill('to')
  await expect.poll(() => page.getByRole('option').allTextContents()).toEqual([expect.stringContaining('Tom Salo')])
})

test('what waits in the inbox is counted beside its name, and no more once it is read', async () => {
  await product.server.catchUp()
  const page = await open(tom, '/communities')
  const inbox = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Inbox', exact: true })
  await expect.poll(() => inbox.textContent()).toMatch(/^Inbox[1-9]/)
  await picture(page, 'unread')
  await inbox.click()
  await press(page, 'Mark all as read')

  await expect.poll(() => inbox.textContent()).toBe('Inbox')
})

test('a role of one’s own is laid down on the page: of a community, and as a delegate', async () => {
  const page = await open(tom, '/communities/carders/people')
  await press(page, 'Lay down a role')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Steward' }).uncheck()
  expect(await dialog.getByRole('checkbox').count()).toBe(1)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The roles of Tom Salo are saved.').waitFor()
  await page.getByRole('button', { name: 'Lay down a role' }).waitFor({ state: 'detached' })

  await page.goto(`${product.address}/organization/units/${mill}`)
  await press(page, 'Lay it down')
  await page.getByText('You no longer decide for Mill.').waitFor()
  expect((await as(tom)('GET /units/{unit}', { params: { unit: mill } })).body.delegates).toEqual([])
})

test('a link that went to the wrong one is withdrawn', async () => {
  const { body } = await as(hilla)('POST /office/invitations', { body: { people: [pat.id] } })
  const page = await open(hilla, '/office')
  await page.getByLabel('Name or e-mail address').fill('Pat')
  await press(page, 'Withdraw the link')
  await page.getByText('The link for Pat Newcomer lets nobody in any more.').waitFor()

  const token = new URL(body.items[0]!.link).pathname.split('/').at(-1)!
  expect((await as(undefined)('GET /welcome/{token}', { params: { token } })).status).toBe(410)
})
