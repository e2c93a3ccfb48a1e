import type { PracticeText } from '@mortar/contract/practice'

export const parts = ['title', 'problem', 'worksWhen', 'worksNot', 'how', 'steps', 'sources'] as const
export type Part = (typeof parts)[number]

interface Texts {
  /** What both were written from. */
  base: PracticeText
  change: PracticeText
  newest: PracticeText
}

/** Part by part: what only one of them changed comes from it; what both changed reads as the change, and is named. */
export function together({ base, change, newest }: Texts): { text: PracticeText; both: Part[] } {
  const differs = (one: PracticeText, other: PracticeText) => (part: Part) =>
    JSON.stringify(one[part]) !== JSON.stringify(other[part])
  const changed = parts.filter(differs(base, change))
  return {
    text: { ...newest, ...Object.fromEntries(changed.map((part) => [part, change[part]])) },
    both: changed.filter(differs(base, newest)).filter(differs(change, newest)),
  }
}
