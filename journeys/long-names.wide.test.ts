import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { settled } from './support/look.ts'
import { openProduct } from './support/product.ts'
import { type BrokenWords, wordsBroken } from './support/whole-words.ts'

const product = await openProduct()
const { anna, examples } = await examplesIn(product)
const browser = await openBrowser()
const endless =
  'Moniammatillisenneurologisenkuntoutuksenkehittämisenjatyöelämävalmennuksenohjausryhmäntyöryhmäsihteeristö'

async function renamed() {
  const { db } = product
  await sql`update unit set name = ${`${endless} A`} where id = ${examples['unit']!}`.execute(db)
  await sql`update community set name = ${endless} where slug in (${examples['community']!}, 'physiotherapists')`.execute(
    db,
  )
  await sql`update practice set title = ${`${endless} B`} where id = ${examples['practice']!}`.execute(db)
  await sql`update inquiry set title = ${endless + endless} where id = ${examples['inquiry']!}`.execute(db)
  await sql`update person set name = ${endless} where id = ${anna.id}`.execute(db)
}

test.each([390, 1280] as const)(
  'at %i px a name of a hundred letters breaks, and every other word stays whole',
  async (width) => {
    await renamed()
    const { community, inquiry, practice, unit, person } = examples
    const window = await openWindow(browser, { width })
    await product.signIn(window, anna)
    const page = await window.newPage()
    const seen: Record<string, { over: number; broken: BrokenWords }> = {}
    for (const path of [
      '/',
      '/communities',
      `/communities/${community}`,
      '/communities/physiotherapists/people',
      `/inquiries/${inquiry}`,
      '/practices',
      `/practices/${practice}`,
      `/practices/${practice}/history`,
      '/practices/matrix',
      `/organization/units/${unit}`,
      `/people/${person}`,
      '/constellation',
      '/office',
      '/lab/march',
    ]) {
      await page.goto(product.address + path)
      await settled(page)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      const broken = await wordsBroken(page)
      if (over > 0 || broken.length > 0) seen[path] = { over, broken }
    }
    expect(seen).toEqual({})
    await window.close()
  },
)
