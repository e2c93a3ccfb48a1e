import type { Facts } from '../../facts/facts.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'
import { currentAt } from '../repertoire/current.ts'

export const superstition: Indicator = {
  id: 'superstition',
  kind: 'share',
  about: 'things',
  window: 'quarter',
  source: 'Superstitious learning: Levitt & March (1988), Annual Review of Sociology 14, 319-340.',
  words: {
    en: {
      name: 'Adopted without evidence',
      meaning:
        'Of the current practices that units adopted, how many were neither validated nor told of as having worked.',
      formula:
        'Current practices that a unit adopted, without validation and without an application that worked ÷ current practices that a unit adopted.',
      of: '{of, plural, one {# adopted practice} other {# adopted practices}}',
      caution: 'Superstitious learning: believing that it helps because it is done. Often only nobody told of it.',
      sentence: '{value} of {of, plural, one {# adopted practice} other {# adopted practices}} have no evidence yet.',
    },
    fi: {
      name: 'Käyttöön ilman näyttöä',
      meaning:
        'Kuinka montaa yksiköiden käyttöön ottamaa voimassa olevaa käytäntöä ei ole vahvistettu eikä kerrottu toimineen.',
      formula:
        'Käyttöön otetut voimassa olevat käytännöt ilman vahvistusta ja ilman toiminutta soveltamista ÷ käyttöön otetut voimassa olevat käytännöt.',
      of: '{of, plural, one {# käyttöön otettu käytäntö} other {# käyttöön otettua käytäntöä}}',
      caution: 'Taikauskoinen oppiminen: uskotaan auttavan, koska niin tehdään. Usein kukaan vain ei ole kertonut.',
      sentence: '{value} käyttöön otetuista käytännöistä on vielä ilman näyttöä (käytäntöjä {of}).',
    },
  },
  flagged: unprovenAt,
  of({ facts, window: { to } }) {
    const adopted = adoptedAt(facts, to)
    if (adopted.size === 0) return undefined
    return { ...share(unprovenAt(facts, to).length, adopted.size), of: adopted.size, behind: 0 }
  },
}

function adoptedAt(facts: Facts, to: number): Set<number> {
  const current = new Set(currentAt(facts, to))
  const latest = new Map<string, [number, string]>()
  facts.adoptions.at.forEach((at, row) => {
    const { practice, unit, state } = facts.adoptions
    if (at < to && current.has(practice[row]!))
      latest.set(`${practice[row]} ${unit[row]}`, [practice[row]!, state[row]!])
  })
  return new Set([...latest.values()].filter(([, state]) => state === 'adopted').map(([practice]) => practice))
}

/** Rows of the practices that units adopted without evidence. */
export function unprovenAt(facts: Facts, to: number): number[] {
  const { applications, practices } = facts
  const worked = new Set(
    applications.practice.filter((_, row) => applications.at[row]! < to && applications.outcome[row] === 'worked'),
  )
  return [...adoptedAt(facts, to)].filter((row) => !(practices.validated[row]! < to) && !worked.has(row))
}
