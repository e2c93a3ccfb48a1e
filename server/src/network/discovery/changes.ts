import { type Change, changesBetween, coverFrom } from '@mortar/graph'

interface FoundPeople {
  id: string
  people: readonly string[]
}

export interface NamedChange {
  kind: Change['kind']
  before: string[]
  now: string[]
}

/** What became of communities, by their ids. */
export function changesFrom(before: readonly FoundPeople[], now: readonly FoundPeople[]): NamedChange[] {
  const number = new Map<string, number>()
  const numbered = ({ people }: FoundPeople) =>
    people.map((id) => {
      const known = number.get(id) ?? number.size
      number.set(id, known)
      return known
    })
  const [earlier, later] = [coverFrom(before.map(numbered)), coverFrom(now.map(numbered))]
  return changesBetween(earlier, later, number.size).map((change) => ({
    kind: change.kind,
    before: ('from' in change ? change.from : 'before' in change ? [change.before] : []).map((at) => before[at]!.id),
    now: ('into' in change ? change.into : 'now' in change ? [change.now] : []).map((at) => now[at]!.id),
  }))
}
