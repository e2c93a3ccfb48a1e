import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { atHeading, press } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { db } = product
const [care, therapy] = [await product.unit('Care'), await product.unit('Therapy')]
const olga = await product.person('Olga Office', { office: true, unit: care })
const here = { name: 'Rehabilitation house', language: 'en' as const, timeZone: 'Europe/Helsinki' }
await product.as(olga)('POST /organization/beginning', { body: { choice: 'here', ...here } })
const made = async (text: ReturnType<typeof sql>) => ((await text.execute(db)).rows[0] as { id: string }).id

async function told() {
  const people: string[] = []
  for (let n = 0; n < 26; n++) people.push((await product.person(`Person ${n}`, { unit: n % 2 ? care : therapy })).id)
  const place = async (slug: string, name: string, colour: number, who: string[]) => {
    const id = await made(
      sql`insert into community (slug, name, short, colour) values (${slug}, ${name}, ${slug.slice(0, 4)}, ${colour}) returning id`,
    )
    await sql`insert into membership (community_id, person_id, by_act) select ${id}, person, 'joined' from unnest(${who}::uuid[]) person`.execute(
      db,
    )
    return id
  }
  const topicIn = async (community: string, name: string, title: string, minutes: number, who: string[]) => {
    const topic = await made(sql`insert into topic (community_id, name) values (${community}, ${name}) returning id`)
    const item = await made(
      sql`insert into learning_item (kind, title, minutes) values ('course', ${title}, ${minutes}) returning id`,
    )
    await sql`insert into learning_item_topic values (${item}, ${topic})`.execute(db)
    await sql`insert into interest (person_id, topic_id) select person, ${topic} from unnest(${who}::uuid[]) person`.execute(
      db,
    )
    return topic
  }
  const physio = await place('physiotherapists', 'Physiotherapists', 1, people.slice(0, 18))
  const stroke = await place('stroke', 'Stroke rehabilitation', 5, people.slice(10, 26))
  const gait = await topicIn(physio, 'Gait training', 'Walking again: a course', 45, people.slice(0, 12))
  await topicIn(stroke, 'Pain', 'Pain after stroke', 30, people.slice(14, 26))
  await topicIn(stroke, 'Families', 'Talking with families', 40, people.slice(4, 16))
  return { sets: [`community:${physio}`, `community:${stroke}`, `topic:${gait}`] }
}

const { sets } = await told()
const browser = await openBrowser()
const window = await openWindow(browser)
await product.signIn(window, olga)

test('a plan is proposed, a send put off with the figures following, and the rest kept as a version', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/learning/plans`)
  await atHeading(page, 'Plans')
  await press(page, 'Propose a plan')
  await page.getByRole('textbox', { name: 'Name' }).fill('Learning in spring')
  await press(page, 'Propose')
  await atHeading(page, 'Learning in spring')
  await page.getByRole('heading', { name: 'What it amounts to' }).waitFor()
  const reach = () => page.getByRole('table', { name: 'What it amounts to' }).getByRole('cell').nth(1).textContent()
  await expect.poll(reach).toBe('100%')
  await settled(page)
  await picture(page, 'plan')
  expect(await seriousFaults(page)).toEqual([])

  await page
    .getByRole('checkbox', { name: /Pain after stroke/ })
    .first()
    .uncheck()
  await expect.poll(reach).toBe('67%')
  await page.getByRole('textbox', { name: 'Item', exact: true }).fill('Pain after')
  await page.getByRole('option', { name: /Pain after stroke/ }).click()
  await page.getByRole('combobox', { name: 'Goes to' }).click()
  await page.getByRole('option', { name: /^Stroke rehabilitation: Pain/ }).click()
  await page.getByText('With your changes: reach 67% (was 100%)', { exact: false }).waitFor()
  await press(page, 'Add')
  await expect.poll(reach).toBe('100%')
  await page
    .getByRole('checkbox', { name: /Pain after stroke/ })
    .first()
    .uncheck()
  await expect.poll(reach).toBe('67%')
  await page.getByRole('textbox', { name: 'What you changed, and why' }).fill('Pain comes in autumn.')
  await press(page, 'Keep as a version')
  await page.getByText('Pain comes in autumn.').waitFor()
  await expect.poll(() => page.getByRole('checkbox', { name: /Pain after stroke/ }).count()).toBe(0)

  await page.getByRole('link', { name: 'Version 1' }).click()
  await page
    .getByRole('checkbox', { name: /Pain after stroke/ })
    .first()
    .waitFor()
  await page.close()
})

test('two sets are circles and bars, with what is planned for each region', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/learning/overlap?sets=${sets.slice(0, 2).join()}`)
  await atHeading(page, 'Overlap')
  await page.getByRole('img', { name: 'Circles' }).waitFor()
  await page.getByRole('cell', { name: 'Physiotherapists + Stroke rehabilitation', exact: true }).waitFor()
  await settled(page)
  await picture(page, 'overlap-two')
  expect(await seriousFaults(page)).toEqual([])

  await page.goto(`${product.address}/learning/overlap?sets=${sets.join()}`)
  await page.getByText('hidden').first().waitFor()
  await settled(page)
  await picture(page, 'overlap-three')
  await page.close()
})

test('on a phone in the dark, both pages stand within the width', async () => {
  const phone = await openWindow(browser, { width: 390, scheme: 'dark', language: 'fi' })
  await product.signIn(phone, olga)
  const page = await phone.newPage()
  const [plan] = (await product.as(olga)('GET /learning/plans')).body.items
  for (const [name, address] of [
    ['plan', `/learning/plans/${plan!.id}`],
    ['overlap', `/learning/overlap?sets=${sets.join()}`],
  ] as const) {
    await page.goto(product.address + address)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await settled(page)
    await picture(page, `${name}-phone`)
    await page.waitForFunction(() => document.documentElement.scrollWidth <= 390)
  }
  await page.close()
})
