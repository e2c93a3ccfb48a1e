import type { SheetLine, SheetSection, SheetTemplate, SheetView } from '@mortar/contract/community-sheets'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import type { SheetFor } from './access.ts'
import { versionsOf } from './queries.ts'
import { checkedOf, mayDiscard, mayRestore, mayWrite, peopleIn, type Sheet } from './sheet.ts'
import { inLanguage, type Template } from './template.ts'
import { templateWith } from './templates/all.ts'

export const presentTemplate = ({ id, name, what }: Template, language: string): SheetTemplate => ({
  id,
  name: inLanguage(name, language),
  what: inLanguage(what, language),
})

export const presentSections = ({ sections }: Template, language: string): SheetSection[] =>
  sections.map(({ id, title, how, fields }) => ({
    id,
    title: inLanguage(title, language),
    how: how ? inLanguage(how, language) : null,
    fields: fields.map((field) => ({
      id: field.id,
      kind: field.kind,
      label: inLanguage(field.label, language),
      how: field.how ? inLanguage(field.how, language) : null,
      options: (field.options ?? []).map((option) => ({
        id: option.id,
        label: inLanguage(option.label, language),
        act: option.act ?? null,
      })),
    })),
  }))

/** Sheets as a list; one of a template that is no more is left out. */
export async function presentLines(db: Reader, sheets: readonly Sheet[], language: string): Promise<SheetLine[]> {
  const person = await peopleFor(
    db,
    sheets.map(({ byId }) => byId),
  )
  return sheets.flatMap(({ id, template: name, title, state, version, content, byId, at, discardedAt, hiddenAt }) => {
    const template = templateWith(name)
    if (!template) return []
    return {
      id,
      template: presentTemplate(template, language),
      title,
      state,
      version,
      checked: checkedOf(template, content),
      by: person(byId),
      at: at.toISOString(),
      discarded: discardedAt !== null,
      hidden: hiddenAt !== null,
    }
  })
}

export async function presentSheet(
  db: Reader,
  actor: Actor,
  { sheet, template, community, who }: SheetFor,
): Promise<SheetView> {
  // Earlier versions may be of the draft, and drafts are the members' own.
  const versions = who.member ? await versionsOf(db, sheet.id) : []
  const named = peopleIn(template, sheet.content)
  const person = await peopleFor(db, [...named, sheet.byId, ...versions.map(({ byId }) => byId)])
  const may = mayWrite(template, community, who)
  return {
    id: sheet.id,
    template: presentTemplate(template, actor.language),
    sections: presentSections(template, actor.language),
    state: sheet.state,
    edits: sheet.edits,
    version: sheet.version,
    title: sheet.title,
    content: sheet.content,
    by: person(sheet.byId),
    at: sheet.at.toISOString(),
    people: named.flatMap((id) => person(id) ?? []),
    versions: versions.map(({ version, byId, at }) => ({ version, by: person(byId), at: at.toISOString() })),
    discarded: sheet.discardedAt !== null,
    may: {
      write: may && sheet.state !== 'done' && sheet.discardedAt === null,
      setState: may && sheet.discardedAt === null,
      discard: mayDiscard(template, sheet, community, who),
      restore: mayRestore(template, sheet, community, who),
    },
  }
}
