import { reportOperations } from '@mortar/contract/measurement-report'
import { linkTo, slugOf } from '#community/index.ts'
import { type Endpoint, endpoints } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { givenFor, reportFor } from './access.ts'
import { beginReport, giveResource, takeResourceBack, writeReport } from './actions.ts'
import { presentReport, presentReports, presentResources, presentYears } from './present.ts'
import { reportsOf, resourcesOf, textOf } from './queries.ts'
import { mayRead, mayWrite } from './report.ts'

const today = () => new Date().toISOString().slice(0, 10)

export const reportEndpoints: Endpoint[] = endpoints(reportOperations, {
  async 'GET /communities/{community}/resources'({ db, actor, params }) {
    const { community, mayGive } = await givenFor(db, actor, params.community)
    const rows = await resourcesOf(db, { communities: [community.id] })
    return {
      community: linkTo(community),
      resources: await presentResources(db, actor, rows, mayGive),
      years: await presentYears(db, community.id, rows, today()),
      may: { give: mayGive },
    }
  },
  'POST /communities/{community}/resources': ({ db, actor, params, body }) =>
    giveResource(db, actor, params.community, body),
  'PUT /resources/{resource}/withdrawal': ({ db, actor, params }) => takeResourceBack(db, actor, params.resource, true),
  'DELETE /resources/{resource}/withdrawal': ({ db, actor, params }) =>
    takeResourceBack(db, actor, params.resource, false),

  async 'GET /value-reports'({ db, actor, query }) {
    if (!query.community) {
      const write = mayWrite(actor)
      const rows = (await reportsOf(db, null)).filter((row) => mayRead(row, { write, office: actor.office }))
      return { items: await presentReports(db, actor, rows), may: { write } }
    }
    const { community, who } = await givenFor(db, actor, query.community)
    const write = mayWrite(who)
    const all = await reportsOf(db, [community.id])
    const rows = all.filter((row) => mayRead(row, { write, office: actor.office }))
    return { items: await presentReports(db, actor, rows), may: { write } }
  },
  'POST /value-reports': ({ db, actor, body }) => beginReport(db, actor, body),
  'GET /value-reports/{valueReport}': async ({ db, actor, params }) =>
    presentReport(db, actor, await reportFor(db, actor, params.valueReport)),
  'PUT /value-reports/{valueReport}': ({ db, actor, params, body }) => writeReport(db, actor, params.valueReport, body),

  async 'GET /value-reports/{valueReport}/versions/{version}'({ db, actor, params }) {
    const { report } = await reportFor(db, actor, params.valueReport)
    const text = await textOf(db, report.id, params.version)
    if (text === undefined) throw refuse.notFound('noVersion')
    return { version: params.version, text }
  },

  async 'GET /value-reports/{valueReport}/markdown'({ db, actor, params, reply }) {
    const { report } = await reportFor(db, actor, params.valueReport)
    const text = await textOf(db, report.id, report.version)
    reply
      .type('text/markdown; charset=utf-8')
      .header('content-disposition', `attachment; filename="${slugOf(report.title)}.md"`)
    await reply.send(`# ${report.title}\n\n${report.fromDay} – ${report.toDay}\n\n${text}\n`)
  },
})
