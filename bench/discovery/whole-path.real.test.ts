import { describe, expect, test } from 'vitest'
import { realData } from './files.ts'
import { wholePath } from './whole-path.ts'

const mails = process.env['MORTAR_REAL_DATA'] ? realData('manufacturing-email', 'communication.csv') : undefined
const chart = mails && realData('manufacturing-email', 'reportsto.csv')

describe.skipIf(!chart)('the mail of a manufacturing company and its reporting line', () => {
  test('lead by the command line alone to communities across its branches, the same ones in every empty folder', async () => {
    const files = { chart: chart!, mails: mails!, from: '2010-01-04', to: '2010-09-26' }
    const { soft, cross } = await wholePath(files)
    const again = await wholePath(files)
    const figures = ({ found }: typeof soft) =>
      found.map(({ people, units, times, stability }) => [people, units, times, stability])

    expect([figures(again.soft), figures(again.cross)]).toEqual([figures(soft), figures(cross)])

    expect(soft.summary).toMatchObject({ people: 151, units: 11 })
    expect(soft.found.length).toBeGreaterThanOrEqual(1)
    expect(cross.found.length).toBeGreaterThanOrEqual(1)
    for (const { people, units, stability } of [...soft.found, ...cross.found]) {
      expect(people).toBeGreaterThanOrEqual(5)
      expect(units).toBeGreaterThanOrEqual(2)
      expect(stability).toBeGreaterThanOrEqual(0.5)
    }
  })
})
