import type { PulseTheme } from '@mortar/contract/measurement-pulse'
import { type Given, scoresOf, themeResult } from './result.ts'
import { dayAfter, inFives, type Result } from './wave.ts'

/** A wave that another place tells, closed already. */
export interface ToldWave {
  community: string
  closed: string
  themes: readonly PulseTheme[]
  answers: readonly Given[]
}

/** What is published of it, knowing those that closed before: of each other community the latest within a year. */
export function toldResult(wave: ToldWave, earlier: readonly ToldWave[]): Result {
  const othersOn = (theme: PulseTheme) => {
    const latest = new Map<string, ToldWave>()
    for (const one of earlier)
      if (one.community !== wave.community && one.themes.includes(theme) && one.closed > dayAfter(wave.closed, -365))
        latest.set(one.community, one)
    return [...latest.values()].map(({ answers }) => scoresOf(theme, answers))
  }
  return {
    answered: inFives(wave.answers.length),
    lost: 0,
    themes: wave.themes.map((theme) => themeResult(theme, wave.answers, othersOn(theme))),
  }
}
