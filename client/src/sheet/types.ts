import type { SheetContent } from '@mortar/contract/community-sheets'
import type { Answer } from '#app/api.ts'

export type Sheet = Answer<'GET /communities/{community}/sheets/{sheet}'>

/** What is written in a sheet before it is saved. */
export interface Draft {
  title: string
  content: SheetContent
}
