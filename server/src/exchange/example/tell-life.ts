import type { importCommunityRows } from '#community/index.ts'
import type { Community } from './format.ts'
import type { Telling } from './telling.ts'

type CommunityRows = Required<Parameters<typeof importCommunityRows>[1]>
type Life = Pick<CommunityRows, 'stageMove' | 'formChange' | 'sheet' | 'sheetVersion'>

/** What a community decided about its stage and its form, and the sheets that it filled in. */
export function tellLife({ id, at, happened }: Telling, slug: string, communityId: string, community: Community): Life {
  const { stages, forms, sheets } = community
  const rows: Life = { stageMove: [], formChange: [], sheet: [], sheetVersion: [] }
  const here = (by: string, moment: string) => ({ communityId, byId: id('person', by), at: at(moment) })
  const sheetId = (name: string) => id('sheet', `${slug} ${name}`)
  for (const [index, { stage, by, at: moment, reason, proposed, signs }] of stages.entries())
    if (index > 0)
      rows.stageMove.push({
        ...here(by, moment),
        fromStage: stages[index - 1]!.stage,
        toStage: stage,
        proposed: proposed ?? null,
        signs: signs as unknown as string[],
        reason,
      })
  for (const [index, { form, by, at: moment, reason }] of forms.entries())
    if (index > 0) rows.formChange.push({ ...here(by, moment), fromForm: forms[index - 1]!.form, toForm: form, reason })
  for (const { slug: name, template, state, versions } of sheets) {
    const [first, last] = [versions[0]!, versions.at(-1)!]
    rows.sheet.push({
      id: sheetId(name),
      communityId,
      template,
      state,
      version: versions.length,
      edits: versions.length,
      startedBy: id('person', first.by),
      startedAt: at(first.at),
      movedAt: at(last.at),
    })
    for (const [index, { by, at: moment, title, content, people }] of versions.entries()) {
      const named = Object.entries(people).map(([field, all]) => [field, all.map((one) => id('person', one))])
      rows.sheetVersion.push({
        sheetId: sheetId(name),
        version: index + 1,
        title,
        content: { ...content, ...Object.fromEntries(named) },
        byId: id('person', by),
        at: at(moment),
      })
      happened.push({
        actor: id('person', by),
        verb: index === 0 ? 'community.sheet_started' : 'community.sheet_written',
        subject: { kind: 'community', id: communityId },
        communities: [communityId],
        detail: { sheet: sheetId(name) },
        at: at(moment),
      })
    }
  }
  return rows
}
