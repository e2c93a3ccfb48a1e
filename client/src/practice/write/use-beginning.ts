import type { PracticeKind, PracticeText } from '@mortar/contract/practice'
import { useQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { practiceQuery, type Revision } from '../api.ts'
import { emptyText } from './empty-text.ts'

/** What the writing of a practice starts with. */
export interface Beginning {
  text: PracticeText
  kind?: PracticeKind
  inquiry?: { id: string; title: string }
  contributions: string[]
  parent?: { id: string; title: string }
}

export const textOf = (revision: Revision): PracticeText => ({
  title: revision.title,
  problem: revision.problem.markdown,
  worksWhen: revision.worksWhen.markdown,
  worksNot: revision.worksNot.markdown,
  how: revision.how.markdown,
  steps: revision.steps,
  sources: revision.sources.markdown,
})

interface From {
  inquiry: string | undefined
  variantOf: string | undefined
}

/** An inquiry with what helped in it, another practice, or nothing. */
export function useBeginning({ inquiry, variantOf }: From): Beginning | 'waiting' {
  const distilled = useQuery({
    ...query('GET /inquiries/{inquiry}/distillation', { params: { inquiry: inquiry ?? '' } }),
    enabled: Boolean(inquiry),
    throwOnError: true,
  })
  const adapted = useQuery({ ...practiceQuery(variantOf ?? ''), enabled: Boolean(variantOf), throwOnError: true })
  if (inquiry) {
    const { data } = distilled
    return data ? { text: data.text, inquiry: data.inquiry, contributions: data.contributions } : 'waiting'
  }
  if (variantOf) {
    const { data } = adapted
    if (!data) return 'waiting'
    return { text: textOf(data.text), kind: data.kind, parent: { id: data.id, title: data.title }, contributions: [] }
  }
  return { text: emptyText, contributions: [] }
}
