import { described, type Group, groups } from './all.ts'

const all = (Object.keys(groups) as Group[]).flatMap((group) => [...described(group)])
const names = new Map(all.map(({ id, words }) => [id, words]))

export const isIndicator = (id: string): boolean => names.has(id)

/** Every indicator by the name that the reader's language gives it. */
export const indicatorNames = (language: string): { id: string; name: string }[] =>
  all.map(({ id, words }) => ({ id, name: (language === 'fi' ? words.fi : words.en).name }))

export const nameOf = (id: string, language: string): string => {
  const words = names.get(id)
  return words ? (language === 'fi' ? words.fi : words.en).name : id
}
