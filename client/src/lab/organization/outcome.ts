import type { OutcomeLine } from '@mortar/contract/lab-organization'

export const verdictMarks = { better: 'worked', worse: 'failed', other: 'note', unclear: 'quiet' } as const
export const verdictInks = {
  better: 'var(--worked)',
  worse: 'var(--failed)',
  other: 'var(--note)',
  unclear: 'var(--soft)',
} as const

/** A difference as a share of the present, with its interval; nothing where there was none to begin with. */
export interface Change {
  readonly measure: string
  readonly verdict: OutcomeLine['verdict']
  readonly middle: number
  readonly low: number
  readonly high: number
}

export function changesOf(lines: readonly OutcomeLine[]): Change[] {
  return lines.flatMap(({ measure, verdict, present, difference, halfWidth }) => {
    if (Math.abs(present) < 1e-9) return []
    const share = (value: number) => (100 * value) / Math.abs(present)
    return {
      measure,
      verdict,
      middle: share(difference),
      low: share(difference - halfWidth),
      high: share(difference + halfWidth),
    }
  })
}

/** As the page and a file show them: first what comes of problems, then how it is carried. */
export const csvOf = (lines: readonly OutcomeLine[]): string =>
  [
    'measure,unit,present,after,difference,half_width,runs,verdict,people',
    ...lines.map(({ measure, unit, present, after, difference, halfWidth, runs, verdict, people }) =>
      [measure, unit, present, after, difference, halfWidth, runs, verdict, people ?? ''].join(','),
    ),
  ].join('\n') + '\n'
