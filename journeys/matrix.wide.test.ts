import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { focused, tabTo } from './support/keyboard.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { db } = product
const maria = await product.person('Maria')
const { body } = await product.as(maria)('POST /communities', {
  body: { name: 'Looms', short: 'LOO', colour: 2, visibility: 'open', domain: 'Looms that keep running' },
})
await sql`
  insert into practice (community_id, kind, state, title, made_by, current_at, review_at)
  select ${body.id}, 'method', 'current', 'Practice ' || lpad(n::text, 3, '0') || ' with a name that needs some room', ${maria.id}, now(),
         now() + interval '90 days'
  from generate_series(1, 300) n`.execute(db)
await sql`
  insert into practice_revision (practice_id, revision, title, problem, how, html, by_id)
  select id, 1, title, 'It stands still.', 'Oil it.',
         '{"problem": "<p>It stands still.</p>", "how": "<p>Oil it.</p>"}', ${maria.id} from practice`.execute(db)
await sql`
  insert into unit (name) select 'Hall ' || lpad(n::text, 2, '0') || ' of the weaving mill' from generate_series(1, 60) n`.execute(
  db,
)
// Every second cell is decided; the last practice was asked about everywhere and decided on nowhere.
await sql`
  insert into adoption (practice_id, unit_id, state, reason, by_id)
  select practice.id, unit.id, (array['adopted', 'trying', 'declined'])[1 + mod(nth + place, 3)], 'We talked about it.', ${maria.id}
  from (select id, row_number() over (order by title) as nth from practice) practice
  cross join (select id, row_number() over (order by name) as place from unit) unit
  where mod(nth + place, 2) = 0 and nth < 300`.execute(db)
await sql`
  insert into unit_proposal (practice_id, unit_id, by_id, message)
  select practice.id, unit.id, ${maria.id}, '' from practice cross join unit where practice.title like 'Practice 300 %'`.execute(
  db,
)

const browser = await openBrowser()
const window = await openWindow(browser)
await product.signIn(window, maria)

test('300 practices by 60 units: every cell by keys, full names, fewer than 2,000 elements at each place', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/practices/matrix?sort=name`)
  await settled(page)
  const grid = page.getByRole('grid')
  expect([await grid.getAttribute('aria-rowcount'), await grid.getAttribute('aria-colcount')]).toEqual(['301', '61'])
  const elements = () => page.locator('*').count()
  expect(await elements()).toBeLessThan(2_000)
  await picture(page, 'matrix-300')

  await tabTo(page, /^Practice 001 .*, Hall 01 of the weaving mill: /)
  const walked: [string, RegExp][] = [
    ['ArrowDown', /^Practice 002 .*, Hall 01 /],
    ['ArrowRight', /^Practice 002 .*, Hall 02 .*: /],
    ['PageDown', /^Practice 012 .*, Hall 02 /],
    ['End', /^Practice 012 .*, Hall 60 /],
    ['Control+End', /^Practice 300 .*, Hall 60 /],
    ['ArrowUp', /^Practice 299 .*, Hall 60 /],
    ['Home', /^Practice 299 .*, Hall 01 /],
    ['ArrowLeft', /^Practice 299 with a name that needs some room/],
    ['Control+Home', /^Practice 001 .*, Hall 01 /],
    ['ArrowUp', /^Hall 01 of the weaving mill$/],
  ]
  for (const [key, name] of walked) {
    await page.keyboard.press(key)
    await expect.poll(() => focused(page), { message: key }).toMatch(name)
    expect(await elements(), key).toBeLessThan(2_000)
  }
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('We talked about it.').waitFor()
  await page.keyboard.press('Escape')
  expect(await seriousFaults(page)).toEqual([])
  await page.close()
})

test('by need, what units were asked about and have not decided stands first', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/practices/matrix`)
  await settled(page)
  const first = page.getByRole('rowheader').first()
  expect(await first.textContent()).not.toContain('Practice 300')
  await page.getByRole('combobox', { name: 'Sort by' }).click()
  await page.getByRole('option', { name: /^Need/ }).click()
  await expect.poll(() => first.textContent()).toContain('Practice 300')
  await page.close()
})
