import type { PracticeText } from '@mortar/contract/practice'
import { filesIn, renderMarkdown } from '#platform/markdown.ts'
import type { Html, RevisionRow } from './queries/practices.ts'

const parts = ['problem', 'worksWhen', 'worksNot', 'how', 'sources'] as const

/** Rendered once, when it is written. */
export const rendered = (text: PracticeText): Html =>
  Object.fromEntries(parts.map((part) => [part, text[part] && renderMarkdown(text[part])])) as unknown as Html

export const filesOf = (text: PracticeText): string[] => parts.flatMap((part) => filesIn(text[part]))

export const textOf = ({ title, problem, worksWhen, worksNot, how, steps, sources }: RevisionRow | PracticeText) => ({
  title,
  problem,
  worksWhen,
  worksNot,
  how,
  steps: steps.map(({ role, what }) => ({ role, what })),
  sources,
})

export const isSame = (a: PracticeText, b: PracticeText) => JSON.stringify(textOf(a)) === JSON.stringify(textOf(b))
