import { discoveryOperations } from '@mortar/contract/network-discovery'
import { peopleFor } from '#organization/index.ts'
import { endpoints } from '#platform/endpoint.ts'
import { mayBegin } from '../recognition/access.ts'
import { foundFor, overviewFor, runFor } from './access.ts'
import { askDiscovery, setSchedule, showPosition, stopDiscovery } from './actions.ts'
import { notesOf, presentChanges, presentFound, presentFoundPage, presentLines, presentRun } from './present.ts'
import { changesFrom } from './changes.ts'
import { computableSources, foundOf, lastWeekRead } from './queries/found.ts'
import { everyOf, findRun, latestRuns } from './queries/runs.ts'
import { foundPeopleOf } from './queries/saving.ts'
import { settingsProposed } from './work.ts'

export const discoveryEndpoints = endpoints(discoveryOperations, {
  async 'GET /discovery/runs'({ db, actor }) {
    await overviewFor(db, actor)
    const [runs, every, sources, lastWeek] = await Promise.all([
      latestRuns(db),
      everyOf(db),
      computableSources(db),
      lastWeekRead(db),
    ])
    const person = await peopleFor(
      db,
      runs.map(({ byId }) => byId),
    )
    return {
      items: runs.map((run) => presentRun(run, person, actor.language)),
      every,
      sources,
      defaults: settingsProposed(new Date(), actor.office ? lastWeek : null),
      may: { start: actor.office },
    }
  },

  'POST /discovery/runs': ({ db, actor, body }) => askDiscovery(db, actor, body),

  async 'GET /discovery/runs/{run}'({ db, actor, params }) {
    const { run } = await runFor(db, actor, params.run)
    const [person, rows] = await Promise.all([peopleFor(db, [run.byId]), foundOf(db, actor.id, run.id, true)])
    const under = run.state === 'waiting' || run.state === 'running'
    return {
      ...presentRun(run, person, actor.language),
      notes: notesOf(run, actor.language),
      found: await presentLines(db, actor, rows),
      may: { stop: actor.office && under, repeat: actor.office && !under },
    }
  },

  'DELETE /discovery/runs/{run}': ({ db, actor, params }) => stopDiscovery(db, actor, params.run),

  async 'GET /discovery/runs/{run}/changes'({ db, actor, params, query }) {
    const { run, who } = await runFor(db, actor, params.run)
    const { run: since } = await runFor(db, actor, query.since)
    const [before, now] = await Promise.all([foundPeopleOf(db, since.id), foundPeopleOf(db, run.id)])
    return { items: await presentChanges(db, changesFrom(before, now), who) }
  },

  'PUT /discovery/schedule': ({ db, actor, body }) => setSchedule(db, actor, body.every),

  'GET /found': ({ db, actor }) => presentFoundPage(db, actor),

  'PUT /found/position': ({ db, actor, body }) => showPosition(db, actor, body.shown),

  async 'GET /found/{found}'({ db, actor, params }) {
    const seen = await foundFor(db, actor, params.found)
    const [run, recognition] = await Promise.all([findRun(db, seen.found.runId), mayBegin(db, actor, seen)])
    return presentFound(db, actor, seen, run!, recognition)
  },
})
