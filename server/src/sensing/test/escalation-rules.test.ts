import { expect, test } from 'vitest'
import { after, isOverdue, rules, type Standing, type Step } from '../escalation/escalation.ts'
import { onward } from '../escalation/line.ts'

const nobody: Standing = {
  manager: false,
  delegate: false,
  facilitator: false,
  inside: true,
  office: false,
  author: false,
}
const sides = {
  manager: { ...nobody, manager: true },
  delegate: { ...nobody, delegate: true },
  facilitator: { ...nobody, facilitator: true },
  member: nobody,
}

test.each([
  ['receive', 'sent', 'manager delegate', 'received'],
  ['decide', 'received', 'manager delegate', 'decided'],
  ['decide', 'decided', 'manager delegate', 'decided'],
  ['finish', 'decided', 'manager delegate facilitator', 'done'],
  ['reopen', 'done', 'manager delegate facilitator', 'decided'],
  ['withdraw', 'sent', 'facilitator', 'withdrawn'],
  ['withdraw', 'received', 'facilitator', 'withdrawn'],
  ['withdraw', 'decided', 'facilitator', 'withdrawn'],
  ['send_again', 'withdrawn', 'facilitator', 'sent'],
] as const)('%s from %s, by %s, leads to %s', (step, state, who, next) => {
  for (const [side, standing] of Object.entries(sides)) {
    const expected = who.split(' ').includes(side) ? next : 'notYours'
    expect([side, after(step, { state, answer: 'yes' }, standing)]).toEqual([side, expected])
  }
})

test('no step leads from any other state, and nothing is done while it is put off', () => {
  const states = ['sent', 'received', 'decided', 'done', 'withdrawn'] as const
  const everything = { ...sides.manager, facilitator: true }
  const possible = (Object.keys(rules) as Step[]).flatMap((step) =>
    states
      .filter((state) => after(step, { state, answer: 'no' }, everything) !== 'notNow')
      .map((state) => `${step} ${state}`),
  )

  expect(possible).toHaveLength(9)
  expect(after('finish', { state: 'decided', answer: 'later' }, everything)).toBe('notNow')
})

test.each([
  ['sent', null, true],
  ['received', null, true],
  ['decided', 'later', true],
  ['decided', 'yes', false],
  ['done', 'no', false],
  ['withdrawn', null, false],
] as const)('%s with the answer %s is overdue the day after: %s', (state, answer, late) => {
  const one = { state, answer, dueOn: '2026-03-01' }

  expect([isOverdue(one, '2026-03-01'), isOverdue(one, '2026-03-02')]).toEqual([false, late])
})

const here = (managers: string[], open = true) => ({ unitId: 'ward', open, managers })
const above = { unitId: 'house', open: true, managers: ['hanna'] }
test.each([
  ['its manager is there', [here(['rolf']), above], 'rolf', true, { stays: true }],
  ['another one came', [here(['ines']), above], 'rolf', false, { managerId: 'ines', unitId: 'ward', because: 'left' }],
  ['they answer for another unit', [here(['ines']), above], 'rolf', true, { managerId: 'ines', because: 'moved' }],
  ['nobody came', [here([]), above], 'rolf', false, { managerId: 'hanna', unitId: 'house', because: 'left' }],
  ['the unit is no more', [here(['rolf'], false), above], 'rolf', true, { managerId: 'hanna', because: 'dissolved' }],
  ['nobody is above', [here([])], 'rolf', false, { managerId: null, unitId: null, because: 'left' }],
  ['nobody was there, and is not yet', [here([])], null, false, { stays: true }],
  ['somebody was found', [here(['ines'])], null, false, { managerId: 'ines', because: 'found' }],
] as const)('who answers when %s', (_, line, manager, present, expected) => {
  expect(
    onward(
      line.map((one) => ({ ...one, managers: [...one.managers] })),
      manager,
      present,
    ),
  ).toMatchObject(expected)
})
