import { day, type Facts, year } from '../../facts/facts.ts'
import { within } from '../../facts/scene.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'
import { currentAt, lastVerified } from './current.ts'

export const competencyTraps: Indicator = {
  id: 'competencyTraps',
  kind: 'share',
  about: 'things',
  window: 'year',
  source: 'Competency trap: Levitt & March (1988), Annual Review of Sociology 14, 319-340.',
  words: {
    en: {
      name: 'Competency traps',
      meaning: 'Practices much used, long unverified, and failing: one goes on because one is used to it.',
      formula:
        'Current practices used at least three times within a year and at least as often as the median of those used, with their verification overdue and at most half of the uses worked ÷ current practices.',
      of: '{of, plural, one {# current practice} other {# current practices}}',
      caution: 'A flag is a reason to look, not a verdict: perhaps it is used for what it was never meant for.',
      sentence:
        '{value} of {of, plural, one {# current practice} other {# current practices}} are worth a second look.',
    },
    fi: {
      name: 'Osaamisansat',
      meaning:
        'Paljon käytetyt, pitkään tarkistamatta jääneet ja epäonnistuvat käytännöt: jatketaan, koska on totuttu.',
      formula:
        'Voimassa olevat käytännöt, joita on vuodessa käytetty vähintään kolmesti ja vähintään käytettyjen mediaanin verran, joiden tarkistus on myöhässä ja joiden käytöistä korkeintaan puolet onnistui ÷ voimassa olevat käytännöt.',
      of: '{of, plural, one {# voimassa oleva käytäntö} other {# voimassa olevaa käytäntöä}}',
      caution: 'Merkki on syy katsoa, ei tuomio: ehkä käytäntöä käytetään johonkin, mihin sitä ei tarkoitettu.',
      sentence: '{value} voimassa olevista käytännöistä kannattaa katsoa uudelleen (käytäntöjä {of}).',
    },
  },
  flagged: trapsAt,
  of({ facts, window: { to } }) {
    const current = currentAt(facts, to)
    if (current.length === 0) return undefined
    return { ...share(trapsAt(facts, to).length, current.length), of: current.length, behind: 0 }
  },
}

/** Rows of the practices that look like one. */
export function trapsAt(facts: Facts, to: number): number[] {
  const current = new Set(currentAt(facts, to))
  const { practice, at, outcome } = facts.applications
  const uses = new Map<number, { all: number; worked: number }>()
  for (const row of within(at, to - year, to)) {
    if (!current.has(practice[row]!)) continue
    const use = uses.get(practice[row]!) ?? { all: 0, worked: 0 }
    uses.set(practice[row]!, { all: use.all + 1, worked: use.worked + (outcome[row] === 'worked' ? 1 : 0) })
  }
  const counts = [...uses.values()].map(({ all }) => all).toSorted((a, b) => a - b)
  const much = Math.max(3, counts[Math.floor(counts.length / 2)] ?? 3)
  const last = lastVerified(facts, to)
  return [...uses].flatMap(([row, { all, worked }]) =>
    all >= much && 2 * worked <= all && last[row]!.at + last[row]!.days * day < to ? [row] : [],
  )
}
