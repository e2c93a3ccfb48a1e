import type { PlanSent } from '@mortar/contract/lab'

interface ExampleExperiment {
  name: string
  note: string
  model: string
  plan: PlanSent
}

const runs = (most: number) => ({ batch: most, least: most, most })
const levels = [0.1, 0.3, 0.5, 0.7, 0.9]

/** What the knowledge office of the example kept in the lab, one of each kind. */
export const experimentsOf = (community: (slug: string) => string): ExampleExperiment[] => [
  {
    name: 'How fast should newcomers learn?',
    note: 'We wondered whether our induction week makes everybody alike too soon. Slow learners keep what the code does not know yet.',
    model: 'march',
    plan: {
      settings: { preset: 'act' },
      design: { kind: 'every', values: { p1: levels, p2: levels } },
      seed: 1991,
      runs: runs(100),
      view: 'sweep',
    },
  },
  {
    name: 'Up the line, or across it?',
    note: 'The same people and the same problems: once everything goes up the line, once people ask each other first. A reconstruction, no forecast.',
    model: 'communities',
    plan: {
      settings: {},
      design: { kind: 'cells', cells: [{ structure: 'hierarchy' }, { structure: 'mixed' }] },
      seed: 7,
      runs: runs(20),
      periods: 200,
      view: 'compare',
    },
  },
  {
    name: 'If the secretaries’ community closed',
    note: 'Asked before the budget: what their community carries between departments A, B and D.',
    model: 'your-organization',
    plan: {
      settings: {},
      design: { kind: 'cells', cells: [{}] },
      seed: 1,
      runs: runs(20),
      view: 'organization',
      interventions: [{ kind: 'closeCommunity', community: community('departmental-secretaries') }],
    },
  },
]
