import { expect, test } from 'vitest'
import { catalogueFaults } from './support/catalogues.ts'
import { unstyledParts } from './support/styles.ts'

test('each word of the pages and of the server is there in English and in Finnish, with the same arguments', () => {
  expect(catalogueFaults()).toEqual([])
})

test('each part of Mantine that a page uses has its styles', () => {
  expect(unstyledParts()).toEqual([])
})
