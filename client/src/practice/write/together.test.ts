import { expect, test } from 'vitest'
import { emptyText } from './empty-text.ts'
import { together } from './together.ts'

const base = { ...emptyText, title: 'Rosin the bow', problem: 'It slips.', how: 'A little rosin.' }

test('what only one of two changed comes from it, and what both changed alike is no dispute', () => {
  const change = { ...base, how: 'Three strokes of rosin.', sources: 'Anna' }
  const newest = { ...base, problem: 'The bow slips.', sources: 'Anna' }

  expect(together({ base, change, newest })).toEqual({
    text: { ...base, problem: 'The bow slips.', how: 'Three strokes of rosin.', sources: 'Anna' },
    both: [],
  })
})

test('what both changed reads as the change and is named', () => {
  const steps = [{ role: 'Player', what: 'Wipe the bow' }]
  const change = { ...base, how: 'Three strokes.', steps }
  const newest = { ...base, how: 'Four strokes.' }

  const { text, both } = together({ base, change, newest })

  expect([text.how, text.steps, both]).toEqual(['Three strokes.', steps, ['how']])
})
