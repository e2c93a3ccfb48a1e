import { expect, test } from 'vitest'
import type { StackExchangeReport } from '#exchange/index.ts'
import { shown } from './import-stackexchange-report.ts'

const count = { found: 0, written: 0, there: 0 }
const report: StackExchangeReport = {
  dryRun: false,
  site: { name: 'cooking.stackexchange.com', known: 'folder' },
  community: { name: 'Cooks', opened: false },
  inquiries: { found: 1200, written: 1000, there: 200 },
  answers: { found: 3, written: 2, there: 0, helped: 1, withoutQuestion: 1 },
  comments: { ...count, replies: 0, askedBack: 0, elsewhere: 0 },
  people: {
    found: 5,
    written: 5,
    there: 0,
    byId: 4,
    byNameOnly: 1,
    postsByNameOnly: 2,
    postsWithoutAuthor: 0,
    named: 4,
  },
  topics: { found: 1, written: 1, there: 0 },
  notBrought: {
    wikis: 2,
    nominations: 1,
    otherPosts: 0,
    unreadableRows: 0,
    closedMarks: 1,
    sharedMarks: 0,
    votes: 12_345,
  },
}

test('the report says what came in and what was there', () => {
  const text = shown(report)

  expect(text).toContain('1,200 questions: 1,000 brought in, 200 there already')
  expect(text).toContain('4 by id, 1 by display name: 5 brought in')
  expect(text).toContain('1 tag: 1 brought in')
  expect(text).not.toContain('dry run')
})

test('the report says where everything else went, and nothing of what there was none of', () => {
  const text = shown(report)

  expect(text).toContain('2 posts with a display name only: came in under 1 person of that name.')
  expect(text).toContain('3 wiki entries and nominations (2 and 1): left out')
  expect(text).toContain('1 answer whose question is not in the dump: left out.')
  expect(text).toContain('12,345 votes: left out')
  expect(text).not.toMatch(/comment|without any author|of another kind/)
})

test('a dry run of an unknown site into a community to be opened says all of that', () => {
  const text = shown({
    ...report,
    dryRun: true,
    site: { name: 'x', known: 'no' },
    community: { name: 'Cooks', opened: true },
  })

  expect(text).toContain('Cooks (would be opened)')
  expect(text).toContain('name it with --site before you import')
  expect(text).toContain('1,200 questions: 200 there already')
  expect(text).toContain('Nothing was changed')
})
