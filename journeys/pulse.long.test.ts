import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { atHeading, press } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { seriousFaults } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const ward = await product.unit('Ward')
const fay = await product.person('Fay Facilitator', { unit: ward })
const { body: community } = await product.as(fay)('POST /communities', {
  body: { name: 'Weavers', short: 'WEA', colour: 3, visibility: 'open', domain: 'Cloth', purpose: 'To weave well.' },
})
await product.as(fay)('PUT /pulse/choice')
const closes = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
const browser = await openBrowser()
const window = await openWindow(browser)
await product.signIn(window, fay)
const wave = async () =>
  (
    await product.as(fay)('POST /communities/{community}/pulse/waves', {
      params: { community: community.id },
      body: { themes: ['energy'], closes },
    })
  ).body.id
const kept = async () => (await sql`select from draft`.execute(product.db)).rows.length

test('home leads to a pulse; what is chosen stays in this tab alone, survives a reload, and is gone once it is sent', async () => {
  const id = await wave()
  const page = await window.newPage()
  const sent: string[] = []
  page.on(
    'request',
    (request) => request.method() !== 'GET' && sent.push(`${request.method()} ${new URL(request.url()).pathname}`),
  )
  await page.goto(product.address)
  await page.getByRole('link', { name: 'Energy' }).click()
  await atHeading(page, 'Pulse: Weavers')
  const first = page.getByRole('group').first()
  await first.getByRole('radio').nth(5).check()
  const draft = () =>
    page.evaluate(() => Object.entries(sessionStorage).filter(([key]) => key.startsWith('mortar.pulse.')))
  await expect.poll(draft).toEqual([[`mortar.pulse.${id}`, '{"energy 0":6}']])
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('pulse')))).toEqual([])
  expect([sent, await kept()]).toEqual([[], 0])

  await page.reload()
  await expect.poll(() => first.getByRole('radio').nth(5).isChecked()).toBe(true)
  const other = await window.newPage()
  await other.goto(`${product.address}/pulse/${id}`)
  await atHeading(other, 'Pulse: Weavers')
  expect(await other.getByRole('radio', { checked: true }).count()).toBe(0)
  await other.close()

  await page.getByRole('group').nth(1).getByRole('radio').nth(1).check()
  expect(await seriousFaults(page)).toEqual([])
  await press(page, 'Send without my name')
  await page.getByText('Your answer has arrived').first().waitFor()
  await expect.poll(draft).toEqual([])
  expect(sent).toEqual([`POST /api/pulse/waves/${id}/answers`])
  await page.goto(product.address)
  await page.getByRole('heading', { name: 'Needs you' }).waitFor()
  expect(await page.getByRole('link', { name: 'Energy' }).count()).toBe(0)
  await page.close()
})

test('a pulse that closes while somebody answers says so, and what they chose is there still', async () => {
  await sql`update pulse_wave set opened_on = current_date - 60, closes_on = current_date - 40, state = 'closed',
    closed_on = current_date - 40, result = '{"answered": 0, "lost": 0, "themes": []}'`.execute(product.db)
  await sql`delete from pulse_held`.execute(product.db)
  const id = await wave()
  const page = await window.newPage()
  await page.goto(`${product.address}/pulse/${id}`)
  for (const place of [0, 1]) await page.getByRole('group').nth(place).getByRole('radio').nth(2).check()
  await product.as(fay)('PUT /pulse/waves/{wave}/end', { params: { wave: id } })
  await press(page, 'Send without my name')
  await page.getByText('This pulse has closed, and takes no more answers', { exact: false }).waitFor()
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(2)

  await page.reload()
  await page.getByRole('button', { name: 'Throw my choices away' }).click()
  await expect
    .poll(() => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('mortar.pulse.'))))
    .toEqual([])
  await page.close()
})
