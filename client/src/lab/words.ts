import { useWords } from '#app/words.ts'

/** Words whose keys come from models, measures and studies: `model.<model>.settings.<setting>.name` and so on. */
export function useModelWords() {
  const t = useWords('lab')
  const say = (key: string, values: Record<string, string | number> = {}) => String(t(key as 'home.title', values))
  return {
    model: (model: string) => say(`model.${model}.name`),
    sentence: (model: string) => say(`model.${model}.sentence`),
    source: (model: string) => say(`model.${model}.source`),
    setting: (model: string, setting: string) => say(`model.${model}.settings.${setting}.name`),
    means: (model: string, setting: string) => say(`model.${model}.settings.${setting}.means`),
    does: (model: string, setting: string) => say(`model.${model}.settings.${setting}.does`),
    choice: (model: string, setting: string, choice: string) =>
      say(`model.${model}.settings.${setting}.choices.${choice}`),
    measure: (model: string, measure: string) => say(`model.${model}.measures.${measure}.name`),
    measureMeans: (model: string, measure: string) => say(`model.${model}.measures.${measure}.means`),
    /** The word after so many; a name for a scale where there is no count. */
    unit: (unit: string, count = 2) => say(`unit.${unit}`, { count }),
    after: (model: string) => say(`model.${model}.after`),
    about: (model: string, part: 'says' | 'published' | 'ours' | 'against') => say(`model.${model}.about.${part}`),
    /** The word of a choice without its explanation. */
    choiceShort: (model: string, setting: string, choice: string) =>
      say(`model.${model}.settings.${setting}.choices.${choice}`).split(/[:;]/)[0]!,
    studySource: (study: string) => say(`study.${study}.source`),
    study: (study: string) => say(`study.${study}.name`),
  }
}
