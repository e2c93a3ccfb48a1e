import { line, markdown } from '@mortar/contract/common'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { wording } from './wording.ts'

test.each([
  ['en', line(3), 'four', 'This is too long: at most 3 characters.'],
  ['fi', markdown(40_000), 'x'.repeat(40_001), 'Tämä on liian pitkä: enintään 40\u{a0}000 merkkiä.'],
  ['en', line(3), ' ', 'Fill this in.'],
  ['fi', line(3), undefined, 'Täytä tämä.'],
  ['en', z.array(z.string()).min(1), [], 'Choose at least 1.'],
  ['fi', z.int().max(5), 6, 'Enintään 5.'],
  ['en', z.email(), 'anna', 'This is not an e-mail address.'],
  ['fi', z.url(), 'anna', 'Tämä ei ole verkko-osoite. Se alkaa https://.'],
])('a wrong field is told in %s as a sentence to whoever filled it in', (language, schema, value, told) => {
  expect(schema.safeParse(value, { error: wording(language) }).error?.issues[0]?.message).toBe(told)
})
