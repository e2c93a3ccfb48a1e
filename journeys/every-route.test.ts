import { describe, expect, test } from 'vitest'
import { seriousFaults } from './support/look.ts'
import { visitsOfEveryRoute } from './support/visits.ts'
import { wordsWithoutCatalogue } from './support/words.ts'

const { routes, opened } = await visitsOfEveryRoute()

// One look at each; the others, in true words, are in every-route.wide.test.ts.
describe.concurrent.each(routes)('$path', (route) => {
  test('speaks only words of the catalogues, and has no serious fault at a desk by day', async () => {
    await opened(route, '?language=qps', async (page, heard) => {
      expect(await page.locator('body').textContent()).toContain('⟦')
      expect(await wordsWithoutCatalogue(page, heard)).toEqual([])
      expect(await seriousFaults(page)).toEqual([])
    })
  })
})
