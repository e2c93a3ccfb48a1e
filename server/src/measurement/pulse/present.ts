import type { PulseFigure, PulsePage, PulseQuestions, PulseTheme, PulseWave } from '@mortar/contract/measurement-pulse'
import { communitiesFor, linkTo } from '#community/index.ts'
import { type Marking, peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { linkOf, type Scope } from './access.ts'
import { nextThemes, themes, wordsOf } from './questions.ts'
import { countsOf, hasJoined, type Rhythm, rhythmOf, spentOf, wavesOf } from './queries.ts'
import { nextOf } from './rhythm.ts'
import { markOf } from './seal.ts'
import { inFives, isDue, mayOpenFrom, type ThemeResult, today, type Wave } from './wave.ts'

const all = Object.keys(themes) as PulseTheme[]

const explained = (theme: PulseTheme, language: string) => {
  const { name, meaning } = wordsOf(theme, language)
  return { theme, name, meaning, source: themes[theme].source }
}

/** Waves as somebody sees them: while one is open only whether they themselves answered, and how many did in fives. */
export async function presentWaves(
  db: Reader,
  actor: Actor,
  waves: readonly Wave[],
  marking: Marking,
): Promise<PulseWave[]> {
  const open = waves.filter(({ state }) => state === 'open').map(({ id }) => id)
  const ids = waves.flatMap(({ communityId }) => communityId ?? [])
  const [counts, spent, joined, found] = await Promise.all([
    countsOf(db, open),
    spentOf(db, open),
    hasJoined(db, actor.id),
    communitiesFor(db, actor, [...new Set(ids)]),
  ])
  const links = new Map(found.map(({ community }) => [community.id, linkTo(community)]))
  const answered = (wave: Wave) => {
    const mine = markOf(marking, wave.communityId, actor.id)
    return spent.some(({ waveId, mark }) => waveId === wave.id && mark.equals(mine))
  }
  return waves.map((wave) => ({
    id: wave.id,
    community: wave.communityId ? (links.get(wave.communityId) ?? null) : null,
    themes: wave.themes.map((theme) => ({ theme, name: wordsOf(theme, actor.language).name })),
    opened: wave.openedOn,
    closes: wave.closedOn ?? wave.closesOn,
    state: isDue(wave, today()) ? 'closed' : wave.state,
    answered: wave.result?.answered ?? inFives(counts.get(wave.id) ?? 0),
    mine: wave.state === 'closed' || !joined ? 'notAsked' : answered(wave) ? 'answered' : 'waiting',
    figures: (wave.result?.themes ?? []).map((result) => presentFigure(result, actor.language)),
    lost: wave.result?.lost ?? 0,
  }))
}

const presentFigure = (result: ThemeResult, language: string): PulseFigure => ({
  theme: result.theme,
  name: wordsOf(result.theme, language).name,
  state: result.state,
  agreement: result.agreement ?? null,
  icc: result.icc ?? null,
  mean: result.mean ?? null,
  low: result.low ?? null,
  high: result.high ?? null,
})

/** All waves of one community, or of the organization, and what one may do there. */
export async function presentPage(db: Reader, actor: Actor, scope: Scope, marking: Marking): Promise<PulsePage> {
  const of = scope.community?.id ?? null
  const [waves, rhythm] = await Promise.all([wavesOf(db, of), rhythmOf(db, of)])
  const [last] = waves
  const from = mayOpenFrom(last)
  const waits = from !== undefined && from > today()
  return {
    joined: await hasJoined(db, actor.id),
    themes: all.map((theme) => explained(theme, actor.language)),
    waves: await presentWaves(db, actor, waves, marking),
    may: {
      open: scope.leads && last?.state !== 'open' && !waits,
      close: scope.leads && last?.state === 'open',
      setRhythm: scope.leads,
    },
    rhythm: rhythm ? await presentRhythm(db, rhythm, last) : null,
    next: nextThemes(last?.themes),
    from: waits ? from : null,
  }
}

async function presentRhythm(db: Reader, rhythm: Rhythm, last: Wave | undefined): Promise<PulsePage['rhythm']> {
  const { weeks, lasts, until, setBy } = rhythm
  const person = await peopleFor(db, [setBy])
  return { weeks, lasts, until, next: nextOf(rhythm, last), by: person(setBy) }
}

export const presentQuestions = (wave: Wave, scope: Scope, language: string): PulseQuestions => ({
  id: wave.id,
  community: linkOf(scope),
  closes: wave.closesOn,
  themes: wave.themes.map((theme) => ({
    ...explained(theme, language),
    questions: [...wordsOf(theme, language).questions],
  })),
})
