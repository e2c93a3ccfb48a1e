import type { Experiment, Model } from '@mortar/simulation'
import { useWords } from '#app/words.ts'
import { shortTold } from '../told.ts'
import { useModelWords } from '../words.ts'
import { differingIn } from './plan.ts'

const MOST = 2

/** Names of both sides by what they differ in: "p1 0.1" and "p1 0.9"; first and second where that is much. */
export function useSideNames(model: Model, plan: Experiment | undefined): readonly [string, string] {
  const t = useWords('lab')
  const words = useModelWords()
  const differing = plan ? differingIn(plan) : []
  const said = (name: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'settings.yes' : 'settings.no')
    return typeof value === 'string' ? words.choiceShort(model.name, name, value) : shortTold(value as number)
  }
  const nameOf = (cell: Readonly<Record<string, unknown>>, side: 'one' | 'other') =>
    differing.length === 0 || differing.length > MOST
      ? t(`compare.${side}`)
      : differing.map((name) => `${words.setting(model.name, name)}: ${said(name, cell[name])}`).join(', ')
  return [nameOf(plan?.cells[0] ?? {}, 'one'), nameOf(plan?.cells[1] ?? {}, 'other')]
}
