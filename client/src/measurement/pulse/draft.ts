/** Question by question, the step chosen. */
export type Draft = Readonly<Record<string, number>>

const keyOf = (wave: string) => `mortar.pulse.${wave}`

/** In this tab alone: computers at work are shared, and an answer must not wait there for the next person. */
export function readDraft(wave: string): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(wave)) ?? '{}') as Draft
  } catch {
    return {}
  }
}

export const keepDraft = (wave: string, draft: Draft) => sessionStorage.setItem(keyOf(wave), JSON.stringify(draft))
export const forgetDraft = (wave: string) => sessionStorage.removeItem(keyOf(wave))
