import { expect, test } from 'vitest'
import { readSurveyFile } from './read.ts'

const relation = (text: string) => {
  const read = readSurveyFile('advice.csv', text)
  return read?.kind === 'relation' ? read.relation : undefined
}

test('a list is read with and without strengths, in quotation marks and with other signs', () => {
  expect(relation('"from","to"\n1,2\n2,1\n')?.ties.map(({ from, to, weight }) => [from, to, weight])).toEqual([
    ['1', '2', 1],
    ['2', '1', 1],
  ])
  expect(relation('Ego;Alter;Weight\r\nann;bo;2,5\r\n')?.ties).toEqual([{ from: 'ann', to: 'bo', weight: 2.5, row: 2 }])
})

test('a square table is read by its first row and column; its diagonal and empty cells say nothing', () => {
  const read = relation(',ann,bo,cid\nann,9,2,\nbo,0,,1\ncid,3,,\n')
  expect(read?.ties.map(({ from, to, weight }) => `${from} ${to} ${weight}`)).toEqual([
    'ann bo 2',
    'bo cid 1',
    'cid ann 3',
  ])
})

test('zero is no tie; what cannot be read is told with its row', () => {
  const read = relation('from,to,weight\n1,2,0\n,2,1\n1,,1\n1,1,4\n1,3,much\n2,3,1')
  expect(read?.ties).toHaveLength(1)
  expect(read?.skipped).toEqual([
    { why: 'noFrom', row: 3 },
    { why: 'noTo', row: 4 },
    { why: 'self', row: 5 },
    { why: 'badWeight', row: 6 },
  ])
})

test('a table with ids alone is one of people; anything else is refused', () => {
  expect(readSurveyFile('nodes.csv', '"id","site"\n7,Turku\n8,Oulu')).toEqual({
    kind: 'people',
    table: {
      name: 'nodes.csv',
      attributes: ['site'],
      people: [
        { id: '7', values: ['Turku'] },
        { id: '8', values: ['Oulu'] },
      ],
    },
  })
  expect(readSurveyFile('notes.txt', 'Whom do you turn to?\nAnn.')).toBe(null)
  expect(readSurveyFile('empty.csv', '')).toBe(null)
})
