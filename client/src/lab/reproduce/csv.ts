import type { Line } from '@mortar/simulation'

const head = ['study', 'what', 'published', 'ours', 'tolerance', 'verdict', 'runs', 'seed', 'note'] as const

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The lines as a file; numbers in full. */
export const linesToCsv = (lines: readonly Line[]): string =>
  [head.join(','), ...lines.map((line) => head.map((name) => quoted(String(line[name] ?? ''))).join(','))].join('\n') +
  '\n'
