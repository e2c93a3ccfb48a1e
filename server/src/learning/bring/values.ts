import type { LearningKind } from '@mortar/contract/learning-items'

const kindWords: Record<LearningKind, string> = {
  practice: 'practice method routine käytäntö kaytanto menetelmä menetelma',
  document: 'document doc pdf guide manual article asiakirja ohje opas artikkeli dokumentti',
  course: 'course training elearning class module kurssi koulutus verkkokurssi moduuli',
  gathering:
    'gathering meeting workshop seminar event webinar kokoontuminen tapaaminen työpaja tyopaja seminaari webinaari',
  person: 'person mentor shadowing shadow coach henkilö henkilo mentori seuraaminen',
  link: 'link website video film page web linkki sivu video elokuva',
}
const kinds = new Map(
  Object.entries(kindWords).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind as LearningKind])),
)

/** The kind that a word stands for; what says nothing is a link or, without an address, a document. */
export function readKind(written: string | undefined, hasAddress: boolean): LearningKind | undefined {
  if (!written) return hasAddress ? 'link' : 'document'
  return kinds.get(written.toLowerCase().replaceAll(/[^\p{L}]/gu, ''))
}

/** Minutes from 45, "45 min", 1:30, "1 h 30 min", "1,5 h"; undefined for what is no time. */
export function readMinutes(minutes: string | undefined, hours: string | undefined): number | undefined {
  const written = (minutes ?? hours ?? '').toLowerCase().replace(',', '.').trim()
  const clock = /^(\d{1,3}):(\d{2})$/.exec(written)
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]))
  const worded =
    /^(?:(\d+(?:\.\d+)?)\s*(?:h|hours?|t|tuntia?))?\s*(?:(\d+)\s*(?:m|min|mins|minutes?|minuuttia?))?\.?$/.exec(written)
  if (worded && (worded[1] || worded[2])) return within(Number(worded[1] ?? 0) * 60 + Number(worded[2] ?? 0))
  if (!/^\d+(\.\d+)?$/.test(written)) return undefined
  return within(Number(written) * (minutes === undefined ? 60 : 1))
}

const within = (minutes: number) => {
  const whole = Math.round(minutes)
  return whole >= 1 && whole <= 100_000 ? whole : undefined
}

/** Several topics in one cell. */
export const readTopics = (written: string | undefined): string[] => [
  ...new Set(
    (written ?? '')
      .split(/[;|/]|,\s/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]

/** How much is missing: 0 to 3, or in words; undefined for what is no level. */
export function readLevel(written: string | undefined): number | undefined {
  const text = (written ?? '').toLowerCase().trim()
  if (/^[0-3]$/.test(text)) return Number(text)
  const words = [
    ['none', 'nothing', 'ei mitään', 'ei puutu'],
    ['a little', 'little', 'low', 'vähän'],
    ['a good deal', 'some', 'medium', 'melko paljon', 'jonkin verran'],
    ['much', 'a lot', 'high', 'paljon'],
  ]
  const level = words.findIndex((some) => some.includes(text))
  return level >= 0 ? level : undefined
}

export const isWebAddress = (written: string): boolean => {
  const url = URL.parse(written)
  return url !== null && /^https?:$/.test(url.protocol) && written.length <= 2000
}
