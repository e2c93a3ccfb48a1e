import type { PulseTheme } from '@mortar/contract/measurement-pulse'
import { enough } from '#platform/few.ts'
import type { Marking } from '#organization/index.ts'
import type { Writer } from '#platform/database.ts'
import { leftOut } from './differ.ts'
import { close, othersOn, saveAnswers, spentOf, takeHeld, wavesOf } from './queries.ts'
import { type Given, scoresOf, themeResult } from './result.ts'
import { shuffled, unseal } from './seal.ts'
import { inFives, type ThemeResult, type Wave } from './wave.ts'

/**
 * Opens what was held, mixes it, and writes it as one batch of five or more with what is published of it. Fewer than five
 * answers are destroyed unread. Published once: figures need no rule of their own wherever they are shown.
 */
export async function closeWave(tx: Writer, wave: Wave, marking: Marking): Promise<void> {
  const held = await takeHeld(tx, wave.id)
  const answers = shuffled(held.flatMap((sealed) => unseal(marking, wave.id, sealed) ?? []))
  const lost = held.length - answers.length
  if (!enough(answers.length)) {
    const themes = wave.themes.map((theme): ThemeResult => ({ theme, state: 'few' }))
    return close(tx, wave.id, { answered: 0, lost, themes })
  }
  await saveAnswers(tx, wave.id, answers)
  const themes: ThemeResult[] = []
  for (const theme of wave.themes) themes.push(await resultOn(tx, wave, theme, answers))
  await close(tx, wave.id, { answered: inFives(answers.length), lost, themes })
}

async function resultOn(tx: Writer, wave: Wave, theme: PulseTheme, answers: readonly Given[]): Promise<ThemeResult> {
  const out = leftOut(...(await whoAnswered(tx, wave, theme)))
  if (out === undefined) return { theme, state: 'few' }
  return themeResult(theme, shuffled(answers).slice(out), await scoresOfOthers(tx, theme, wave.communityId))
}

/** The marks of this wave, and of each earlier one of the same people that asked the same. */
async function whoAnswered(tx: Writer, wave: Wave, theme: PulseTheme) {
  const earlier = (await wavesOf(tx, wave.communityId))
    .filter(({ id, state, themes }) => id !== wave.id && state === 'closed' && themes.includes(theme))
    .map(({ id }) => id)
  const spent = await spentOf(tx, [wave.id, ...earlier])
  const marksOf = (id: string) =>
    new Set(spent.filter(({ waveId }) => waveId === id).map(({ mark }) => mark.toString('base64')))
  return [marksOf(wave.id), earlier.map(marksOf)] as const
}

async function scoresOfOthers(tx: Writer, theme: PulseTheme, except: string | null): Promise<number[][]> {
  const groups = new Map<string, Given[]>()
  for (const { waveId, given } of await othersOn(tx, theme, except))
    groups.set(waveId, [...(groups.get(waveId) ?? []), given])
  return [...groups.values()].map((answers) => scoresOf(theme, answers))
}
