import { peopleIn, within } from '../../facts/scene.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'
import { currentAt } from './current.ts'

export const reuse: Indicator = {
  id: 'reuse',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  source: 'Less rework and reinvention, the third outcome of Lesser & Storck (2001), IBM Systems Journal 40, 831-841.',
  words: {
    en: {
      name: 'Reuse',
      meaning: 'Which share of current practices somebody used and told of.',
      formula: 'Current practices with an application in the window ÷ current practices at its end.',
      of: '{of, plural, one {# current practice} other {# current practices}}',
      caution: 'Counts what was told. A practice needed once in ten years may be the best of all.',
      sentence: '{value} of {of, plural, one {# current practice} other {# current practices}} were used and told of.',
    },
    fi: {
      name: 'Uudelleenkäyttö',
      meaning: 'Kuinka suurta osaa voimassa olevista käytännöistä joku on käyttänyt ja kertonut siitä.',
      formula: 'Voimassa olevat käytännöt, joita on jaksolla sovellettu ÷ voimassa olevat käytännöt sen lopussa.',
      of: '{of, plural, one {# voimassa oleva käytäntö} other {# voimassa olevaa käytäntöä}}',
      caution: 'Luku kattaa sen, mistä on kerrottu. Kerran kymmenessä vuodessa tarvittava käytäntö voi olla paras.',
      sentence: '{value} voimassa olevista käytännöistä käytettiin ja siitä kerrottiin (käytäntöjä {of}).',
    },
  },
  of({ facts, window: { from, to } }) {
    const current = new Set(currentAt(facts, to))
    if (current.size === 0) return undefined
    const { practice, by, at } = facts.applications
    const rows = within(at, from, to).filter((row) => current.has(practice[row]!))
    const used = new Set(rows.map((row) => practice[row]!)).size
    return { ...share(used, current.size), of: current.size, behind: peopleIn(by, rows).size }
  },
}
