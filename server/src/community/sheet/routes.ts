import { sheetOperations } from '@mortar/contract/community-sheets'
import { peopleFor } from '#organization/index.ts'
import { endpoints } from '#platform/endpoint.ts'
import { communityFor } from '../access.ts'
import { linkTo } from '../present.ts'
import { charterOf } from '../queries/charters.ts'
import { refuse } from '../refusals.ts'
import { sheetFor } from './access.ts'
import { setSheetDiscarded, setSheetState, startSheet, writeSheet } from './actions.ts'
import { sheetMarkdown } from './markdown.ts'
import { presentLines, presentSheet, presentTemplate } from './present.ts'
import { findVersion, sheetsOf } from './queries.ts'
import { mayReadSheet, mayWrite, peopleIn } from './sheet.ts'
import { inLanguage, type Said } from './template.ts'
import { templates } from './templates/all.ts'

export const sheetEndpoints = endpoints(sheetOperations, {
  async 'GET /communities/{community}/sheets'({ db, actor, params }) {
    const { community, who } = await communityFor(db, actor, params.community)
    const [sheets, charter] = await Promise.all([
      sheetsOf(db, community.id),
      charterOf(db, community.id, community.charterVersion),
    ])
    const readable = sheets.filter((sheet) => mayReadSheet(sheet, community, who))
    return {
      community: linkTo(community),
      templates: templates.map((template) => ({
        ...presentTemplate(template, actor.language),
        mayStart: mayWrite(template, community, who),
      })),
      charter: { version: charter.version, at: charter.at.toISOString(), reviewOn: charter.reviewOn },
      items: await presentLines(db, readable, actor.language),
    }
  },

  'POST /communities/{community}/sheets': ({ db, actor, params, body }) =>
    startSheet(db, actor, params.community, body),

  async 'GET /communities/{community}/sheets/{sheet}'({ db, actor, params }) {
    return presentSheet(db, actor, await sheetFor(db, actor, params.community, params.sheet))
  },

  'PUT /communities/{community}/sheets/{sheet}': ({ db, actor, params, body }) => writeSheet(db, actor, params, body),

  'PUT /communities/{community}/sheets/{sheet}/state': ({ db, actor, params, body }) =>
    setSheetState(db, actor, params, body.state),

  'PUT /communities/{community}/sheets/{sheet}/discard': ({ db, actor, params }) =>
    setSheetDiscarded(db, actor, params, true),
  'DELETE /communities/{community}/sheets/{sheet}/discard': ({ db, actor, params }) =>
    setSheetDiscarded(db, actor, params, false),

  async 'GET /communities/{community}/sheets/{sheet}/versions/{version}'({ db, actor, params }) {
    const { sheet, template, who } = await sheetFor(db, actor, params.community, params.sheet)
    const found = who.member && (await findVersion(db, sheet.id, params.version))
    if (!found) throw refuse.notFound('noSheet')
    const named = peopleIn(template, found.content)
    const person = await peopleFor(db, [...named, found.byId])
    return {
      version: found.version,
      title: found.title,
      content: found.content,
      by: person(found.byId),
      at: found.at.toISOString(),
      people: named.flatMap((id) => person(id) ?? []),
    }
  },

  async 'GET /communities/{community}/sheets/{sheet}/markdown'({ db, actor, params }) {
    const found = await sheetFor(db, actor, params.community, params.sheet)
    const view = await presentSheet(db, actor, found)
    const day = new Intl.DateTimeFormat(actor.language, { dateStyle: 'long' }).format(found.sheet.at)
    const heading = { community: found.community.name, state: inLanguage(states[view.state], actor.language), day }
    return { name: `${found.community.slug}-${view.template.id}.md`, markdown: sheetMarkdown(view, heading) }
  },
})

const states: Record<'draft' | 'in_use' | 'done', Said> = {
  draft: ['draft', 'luonnos'],
  in_use: ['in use', 'käytössä'],
  done: ['done', 'valmis'],
}
