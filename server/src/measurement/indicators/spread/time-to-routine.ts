import { day, year } from '../../facts/facts.ts'
import { within } from '../../facts/scene.ts'
import { kaplanMeier, median } from '../../mathematics/kaplan-meier.ts'
import type { Indicator } from '../indicator.ts'

export const timeToRoutine: Indicator = {
  id: 'timeToRoutine',
  kind: 'days',
  about: 'things',
  window: 'year',
  source:
    'Kaplan & Meier (1958), JASA 53, 457-481, over practices, those that no unit has adopted yet counted as waiting.',
  words: {
    en: {
      name: 'Time to routine',
      meaning: 'After how many days half of the practices that became current were adopted by a unit.',
      formula:
        'The time at which the Kaplan-Meier curve from becoming current to the first adoption comes down to one half.',
      of: '{of, plural, one {# practice that became current} other {# practices that became current}}',
      caution: 'Says nothing where fewer than half are adopted yet. Some practices are for persons, not for units.',
      sentence:
        'Half of {of, plural, one {# practice} other {# practices}} were adopted within {value} of becoming current.',
    },
    fi: {
      name: 'Aika rutiiniksi',
      meaning: 'Kuinka monen päivän kuluttua jokin yksikkö on ottanut käyttöön puolet voimaan tulleista käytännöistä.',
      formula: 'Aika, jolloin Kaplan–Meier-käyrä voimaantulosta ensimmäiseen käyttöönottoon laskee puoleen.',
      of: '{of, plural, one {# voimaan tullut käytäntö} other {# voimaan tullutta käytäntöä}}',
      caution:
        'Ei kerro mitään, jos alle puolet on otettu käyttöön. Jotkin käytännöt ovat ihmisille, eivät yksiköille.',
      sentence: 'Puolet voimaan tulleista käytännöistä otettiin käyttöön ajassa {value} (käytäntöjä {of}).',
    },
  },
  of({ facts: { practices, adoptions }, window: { to } }) {
    const rows = within(practices.current, to - year, to)
    const first = new Map<number, number>()
    adoptions.at.forEach((at, row) => {
      const practice = adoptions.practice[row]!
      if (at < to && adoptions.state[row] === 'adopted' && !first.has(practice)) first.set(practice, at)
    })
    const days = rows.map(
      (row) => Math.max(0, (first.get(row) ?? Math.min(to, practices.retired[row]!)) - practices.current[row]!) / day,
    )
    const half = median(
      kaplanMeier(
        days,
        rows.map((row) => (first.has(row) ? 1 : 0)),
      ),
    )
    if (half.value === null) return undefined
    return {
      value: half.value,
      ...(half.low !== null && { low: half.low }),
      ...(half.high !== null && { high: half.high }),
      of: rows.length,
      behind: 0,
    }
  },
}
