import type { StageSign } from '@mortar/contract/measurement-stage'
import { said } from '#platform/sentence.ts'
import type { Look, Sign, StageFacts } from './sign.ts'
import { stages } from './signs/all.ts'

/** The signs of every stage, as they are seen just now, in the words of the reader. */
export const presentStages = (facts: StageFacts, looks: ReadonlyMap<string, Look>, language: string) =>
  Object.entries(stages).map(([stage, signs]) => ({
    stage: stage as keyof typeof stages,
    signs: signs.map((sign: Sign) => presentSign(sign, looks.get(sign.id)!, facts, language)),
  }))

function presentSign(sign: Sign, look: Look, facts: StageFacts, language: string): StageSign {
  const words = language === 'fi' ? sign.words.fi : sign.words.en
  const seen = look.state === 'seen' ? 1 : 0
  return {
    id: sign.id,
    name: words.name,
    formula: words.formula,
    source: sign.source,
    state: look.state,
    sentence: look.say ? said(words.sentence, language, { ...look.say, yes: seen }) : null,
    leads: sign.leads,
    points: sign.past?.(facts) ?? [],
    kind: sign.kind ?? 'number',
  }
}
