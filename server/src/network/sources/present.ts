import type { PrivacyView, SourceLine, SourceView } from '@mortar/contract/network-sources'
import { peopleFor } from '#organization/index.ts'
import type { Database, Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { lastReadOf } from '../activity/queries/sources.ts'
import { about, enough, fewest } from '#platform/few.ts'
import { isAskedHere } from '../survey/matrices/queries.ts'
import { aliasesOf, ownMonths, ownTies } from './queries/removal.ts'
import { runsWith, stepsAbout } from './queries/steps.ts'
import { choicesOf, listSources, tellIncluded } from './queries/sources.ts'
import { computedFrom, mayKeep, type Said, type Source, readsFiles, takesTraces } from './source.ts'

const choiceOf = (said: Said) => (said === undefined ? 'none' : said ? 'agreed' : 'withdrawn')

export const presentLine = (source: Source, said: Said): SourceLine => ({
  id: source.id,
  name: source.name,
  kind: source.kind,
  channels: channelsOf(source),
  purpose: source.purpose,
  legalGround: source.legalGround,
  retentionDays: source.retentionDays,
  mode: source.mode,
  announcedAt: source.announcedAt?.toISOString() ?? null,
  computedFrom: computedFrom(source)?.toISOString() ?? null,
  closedAt: source.closedAt?.toISOString() ?? null,
  choice: choiceOf(said),
  included: source.closedAt === null && mayKeep(source, said),
})

const channelsOf = ({ channel, channels }: Source) => [channel, ...channels]

export async function presentSource(db: Database, actor: Actor, source: Source): Promise<SourceView> {
  const said = await choicesOf(db, actor.id)
  const people = actor.office ? await tellIncluded(db, source, fewest) : 0
  const askedHere = source.kind === 'survey' && (await isAskedHere(db, source.id))
  const readAt = source.kind === 'mortar' && actor.office ? await lastReadOf(db, source.id) : null
  return {
    ...presentLine(source, said.get(source.id)),
    people: enough(people) ? about(people) : null,
    readAt: readAt?.toISOString() ?? null,
    askedHere,
    may: {
      administer: actor.office && source.closedAt === null,
      announce: actor.office && source.closedAt === null && source.mode === 'announced' && source.announcedAt === null,
      import: actor.office && takesTraces(source) && readsFiles(source),
      matrices: actor.office && takesTraces(source) && source.kind === 'survey' && !askedHere,
    },
  }
}

export async function listFor(db: Reader, actor: Actor): Promise<{ items: SourceLine[]; may: { register: boolean } }> {
  const [sources, said] = await Promise.all([listSources(db), choicesOf(db, actor.id)])
  return { items: sources.map((source) => presentLine(source, said.get(source.id))), may: { register: actor.office } }
}

const mostTies = 30

/** Against one's own strongest tie: a word, since the number says nothing by itself. */
export const strengthWord = (share: number) => (share >= 0.6 ? 'strong' : share >= 0.25 ? 'some' : 'weak')

/** What the map knows about somebody, for that person. */
export async function presentPrivacy(db: Reader, actor: Actor): Promise<PrivacyView> {
  const [sources, said, months, ties, aliases, runs, steps] = await Promise.all([
    listSources(db),
    choicesOf(db, actor.id),
    ownMonths(db, actor.id),
    ownTies(db, actor.id, mostTies),
    aliasesOf(db, actor.id),
    runsWith(db, actor.id),
    stepsAbout(db, actor.id),
  ])
  const person = await peopleFor(
    db,
    ties.map(({ personId }) => personId),
  )
  return {
    sources: sources.map((source) => {
      const own = months.filter(({ sourceId }) => sourceId === source.id)
      return {
        ...presentLine(source, said.get(source.id)),
        // Who does something here is known by no other name.
        aliases:
          source.kind === 'mortar'
            ? []
            : aliases.filter(({ sourceId }) => sourceId === source.id).map(({ alias }) => alias),
        months: own.map(({ month, channel, times }) => ({
          month,
          channel: channelsOf(source)[channel] ?? source.channel,
          times,
        })),
        oldest: own[0]?.month ?? null,
      }
    }),
    ties: ties.map(({ personId, strength, times }) => ({
      person: person(personId)!,
      strength: strengthWord(strength / ties[0]!.strength),
      times,
    })),
    runs: runs.map(({ id, at }) => ({ id, at: at.toISOString() })),
    steps: steps.map(({ at, verb }) => ({ at: at.toISOString(), verb })),
  }
}
