import { expect, test } from 'vitest'
import { canaries, secrets } from './canaries.ts'

const { readers, walked } = await canaries()

// Every other reader, and live streams, are in canary.wide.test.ts.
test('who is a member nowhere that matters comes across their own, and nothing that is not for them', async () => {
  const met = await walked(readers['max'])

  const may = Object.keys(secrets).filter((secret) => secrets[secret]!.includes('max'))
  expect([...met.keys()].filter((secret) => !may.includes(secret)).map((secret) => [secret, met.get(secret)])).toEqual(
    [],
  )
  expect([...met.keys()].length).toBeGreaterThan(5)
})
