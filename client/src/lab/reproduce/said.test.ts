import { studies } from '@mortar/simulation'
import { expect, test } from 'vitest'
import en from '../words/en.json'
import fi from '../words/fi.json'
import { linesToCsv } from './csv.ts'
import reference from './reference.json'
import { saidOf } from './said.ts'

type Words = Readonly<Record<string, string>>
const spoken: Readonly<Record<string, { lines: Words; notes: Words }>> = { en: en.reproduce, fi: fi.reproduce }
const notes = reference.lines.flatMap((line) => ('note' in line ? [line.note as string] : []))

test.each(Object.keys(spoken))('every line of every study, and every reason, has words in %s', (language) => {
  const { lines, notes: reasons } = spoken[language]!

  expect(reference.lines.map(({ what }) => what).filter((what) => !lines[saidOf(what).key])).toEqual([])
  expect(notes.filter((note) => !reasons[saidOf(note).key])).toEqual([])
  expect(new Set(reference.lines.map(({ study }) => study))).toEqual(new Set(studies.map(({ name }) => name)))
})

test('the English words say what the models say, with every number in its place', () => {
  const filled = (what: string) => {
    const { key, values } = saidOf(what)
    return (en.reproduce.lines as Words)[key]!.replaceAll(/\{(n\d)\}/g, (_, name: string) => values[name]!)
  }
  const others = reference.lines.filter(({ study }) => study !== 'communities-table-7')

  expect(others.map(({ what }) => filled(what))).toEqual(others.map(({ what }) => what))
  expect(filled('community, 1 request: strongTies, period 50')).toBe('community, 1 request: strong ties, period 50')
})

const known = { study: 'march-figure-1', ours: 0.1, runs: 4000, seed: 1991 }

test('the file of lines has one for each, with all digits and quoted commas', () => {
  const line = { ...known, verdict: 'holds', published: 0.863, what: 'p1 0.1, p2 0.1', tolerance: 0.1 + 0.2 } as const
  const csv = linesToCsv([line])

  expect(csv).toBe(
    'study,what,published,ours,tolerance,verdict,runs,seed,note\n' +
      `march-figure-1,"p1 0.1, p2 0.1",0.863,0.1,0.30000000000000004,holds,4000,1991,\n`,
  )
})
