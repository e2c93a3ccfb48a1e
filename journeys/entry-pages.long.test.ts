import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { tokenHash } from '../server/src/organization/index.ts'
import type { Somebody } from '../server/test/world.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { anna } = await examplesIn(product)
const browser = await openBrowser()

/** Somebody of the example who stands like this. */
async function one(query: ReturnType<typeof sql>): Promise<Somebody> {
  const { id, name } = (await query.execute(product.db)).rows[0] as { id: string; name: string }
  const token = randomBytes(16).toString('hex')
  await sql`insert into personal_token (person_id, hash, name, scopes)
    values (${id}, ${tokenHash(token)}, 'test', '{read,write,office}')`.execute(product.db)
  return { id, name, token }
}
const holding = (role: string, slug: string) =>
  one(sql`select person.id, person.name from membership join person on person.id = person_id join community on community.id = community_id
    where ${role} = any(roles) and community.closed_at is null order by community.slug = ${slug} desc, person.name limit 1`)

describe.each([
  [
    'member',
    () =>
      one(
        sql`select person.id, person.name from membership join person on person.id = person_id where roles = '{}' order by person.name limit 1`,
      ),
    '/',
    3,
  ],
  ['facilitator', () => anna, '/communities/physiotherapists/care', 7],
  ['steward', () => holding('steward', 'physiotherapists'), '/stewardship', 1],
  [
    'manager',
    () =>
      one(
        sql`select person.id, person.name from escalation join person on person.id = manager_id where state = 'sent' order by due_on limit 1`,
      ),
    '/manage',
    3,
  ],
  ['sponsor', () => holding('sponsor', 'rehabilitation-social-workers'), '/sponsor', 7],
  ['learning lead', () => anna, '/learning/lead', 2],
] as const)('the entry page of a %s', (name, who, path, least) => {
  test('has at most seven headings, one of them the first, and skips no level', async () => {
    const window = await openWindow(browser)
    await product.signIn(window, await who())
    const page = await window.newPage()
    await page.goto(product.address + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await settled(page)
    await picture(page, `entry-${name.replace(' ', '-')}`)
    const levels = await page
      .getByRole('main')
      .getByRole('heading')
      .evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))))

    expect(levels.length).toBeLessThanOrEqual(7)
    expect(levels.length).toBeGreaterThanOrEqual(least)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [place, level] of levels.entries()) expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1)
    await window.close()
  })
})
