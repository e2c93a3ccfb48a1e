import type { FoundLine, FoundPage, FoundView, RunChange, RunLine } from '@mortar/contract/network-discovery'
import { communitiesFor, linkTo } from '#community/index.ts'
import { peopleFor, unitLinks } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { sentence } from '#platform/words.ts'
import type { FoundFor } from './access.ts'
import { type Run, shownSummary, type Standing, type StoredEvidence } from './discovery.ts'
import { presentConnectors, presentPosition } from './present-position.ts'
import { type FoundRow, foundOf, namesOf, standingOf } from './queries/found.ts'
import { latestDone } from './queries/runs.ts'
import type { NamedChange } from './changes.ts'

type Person = Awaited<ReturnType<typeof peopleFor>>

export const presentRun = (run: Run, person: Person, language: string): RunLine => ({
  id: run.id,
  at: run.at.toISOString(),
  by: person(run.byId),
  scheduled: run.scheduled,
  settings: run.settings,
  state: run.state,
  progress: run.progress && {
    step: run.progress.step,
    share: run.progress.share,
    secondsLeft: secondsLeft(run.progress),
  },
  summary: run.summary && shownSummary(run.summary),
  failure: run.failure && sentence(language, run.failure.key, run.failure.params),
})

/** From what has been done in which time; nothing is told before a tenth is done. */
const secondsLeft = ({ share, seconds }: NonNullable<Run['progress']>) =>
  share < 0.1 ? null : Math.ceil((seconds * (1 - share)) / share)

export const notesOf = ({ summary }: Run, language: string): string[] =>
  (summary?.notes ?? []).map((note) => sentence(language, `network:runNote.${note}`))

/** Lines of communities found; known communities only where the reader may see them. */
export async function presentLines(db: Reader, actor: Actor, rows: readonly FoundRow[]): Promise<FoundLine[]> {
  const known = await communitiesFor(db, actor, [...new Set(rows.flatMap(({ knownId }) => knownId ?? []))])
  return rows.map((row) => presentFoundLine(row, known, actor))
}

function presentFoundLine(row: FoundRow, known: Awaited<ReturnType<typeof communitiesFor>>, actor: Actor): FoundLine {
  const community = known.find(({ community: { id } }) => id === row.knownId)
  return {
    id: row.id,
    number: row.number,
    people: row.described ? row.people : null,
    units: row.described ? row.units : null,
    words: row.words,
    times: row.evidence.times,
    stability: row.evidence.stability,
    known: community && row.likeness ? { community: linkTo(community.community), likeness: row.likeness } : null,
    mine: row.own !== null,
    recognition: row.recognitionState && {
      id: actor.office || row.recognitionMine ? row.recognitionId : null,
      state: row.recognitionState,
    },
  }
}

export async function presentFound(
  db: Reader,
  actor: Actor,
  { found }: FoundFor,
  run: Run,
  recognition: { may: boolean; whyNot: string | null },
): Promise<FoundView> {
  const [[line], latest, units] = await Promise.all([
    presentLines(db, actor, [found]),
    latestDone(db),
    unitLinks(db, found.described ? found.evidence.unitIds : []),
  ])
  const { unitIds: _, ...evidence } = found.evidence as StoredEvidence
  return {
    ...line!,
    run: { id: run.id, at: run.at.toISOString(), settings: run.settings, latest: latest?.id === run.id },
    unitNames: units.map(({ id, name }) => ({ id, name })),
    evidence,
    figuresSince: found.figuresAt?.toISOString() ?? null,
    own: found.own && { part: found.own },
    change: found.change,
    may: { recognise: recognition.may },
    whyNot: recognition.whyNot,
  }
}

/** The latest run as one person may see it: what they are in, how they stand, and all of it for who has the overview. */
export async function presentFoundPage(db: Reader, actor: Actor): Promise<FoundPage> {
  const [run, who] = await Promise.all([latestDone(db), standingOf(db, actor.id)])
  if (!run) return { run: null, notes: [], items: [], position: null, connectors: [], whole: who.overview }
  const [rows, position, connectors, person] = await Promise.all([
    foundOf(db, actor.id, run.id, who.overview),
    presentPosition(db, actor, run.id),
    presentConnectors(db, actor, run.id),
    peopleFor(db, [who.overview ? run.byId : null]),
  ])
  return {
    run: presentRun(run, person, actor.language),
    notes: notesOf(run, actor.language),
    items: await presentLines(db, actor, rows),
    position: position && { ...position, communities: rows.filter(({ own }) => own !== null).length },
    connectors,
    whole: who.overview,
  }
}

export async function presentChanges(db: Reader, changes: readonly NamedChange[], who: Standing): Promise<RunChange[]> {
  const names = new Map(
    (
      await namesOf(
        db,
        changes.flatMap(({ before, now }) => [...before, ...now]),
      )
    ).map((row) => [row.id, row]),
  )
  const shown = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const row = names.get(id)
      return row && row.described && who.overview
        ? { id, number: row.number, words: row.words, people: row.people }
        : []
    })
  return changes
    .map(({ kind, before, now }) => ({
      kind: kindOf(kind, shown(before), shown(now)),
      before: shown(before),
      now: shown(now),
    }))
    .filter(({ before, now }) => before.length + now.length > 0)
}

/** Grown and shrunk go by the figures that are shown. */
function kindOf(kind: RunChange['kind'], before: { people: number }[], now: { people: number }[]): RunChange['kind'] {
  if (kind !== 'stayed' && kind !== 'grown' && kind !== 'shrunk') return kind
  const ratio = (now[0]?.people ?? 1) / (before[0]?.people ?? 1)
  return ratio >= 1.2 ? 'grown' : ratio <= 0.8 ? 'shrunk' : 'stayed'
}
