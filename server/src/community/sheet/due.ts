import type { Reader } from '#platform/database.ts'
import { sheetsOf } from './queries.ts'
import { dueOf } from './sheet.ts'
import { templateWith } from './templates/all.ts'

export interface DueSheet {
  id: string
  title: string
  on: string
}

/** Sheets of a community that somebody has to see to until a day, the earliest first; for whoever may read its drafts. */
export async function sheetsDueIn(db: Reader, communityId: string, until: string): Promise<DueSheet[]> {
  const sheets = (await sheetsOf(db, communityId)).filter(({ hiddenAt }) => hiddenAt === null)
  return sheets
    .flatMap((sheet) => {
      const template = templateWith(sheet.template)
      const on = template && dueOf(template, sheet)
      return on && on <= until ? { id: sheet.id, title: sheet.title, on } : []
    })
    .toSorted((a, b) => a.on.localeCompare(b.on))
}
