import type { ItemLine } from '../types.ts'

export type Kind = ItemLine['kind']

export const kinds: readonly Kind[] = ['practice', 'document', 'course', 'gathering', 'person', 'link']

export const isKind = (kind: string | undefined): kind is Kind => kinds.some((known) => known === kind)
