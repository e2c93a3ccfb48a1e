import { year } from '../../facts/facts.ts'
import { within } from '../../facts/scene.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

export const conversion: Indicator = {
  id: 'conversion',
  kind: 'share',
  about: 'things',
  window: 'year',
  counted: ['asked', 'resolved', 'practice', 'current', 'validated', 'adopted'],
  source:
    'The closed loop from question to routine, as ConocoPhillips ran it by hand: Forrester (2011), Driving business excellence with formal global networks.',
  words: {
    en: {
      name: 'From inquiry to adopted practice',
      meaning: 'Of the inquiries that were solved, how many led to a practice that a unit adopted.',
      formula:
        'Inquiries asked within a year whose practice a unit adopted ÷ those of them that were resolved; beside it how many were answered, resolved, became a practice, became current, were validated.',
      of: '{of, plural, one {# resolved inquiry} other {# resolved inquiries}}',
      caution: 'Most inquiries need no practice. What was asked lately has had little time.',
      sentence:
        '{value} of {of, plural, one {# resolved inquiry} other {# resolved inquiries}} led to a practice that a unit adopted.',
      parts: {
        asked: 'asked',
        resolved: 'resolved',
        practice: 'became a practice',
        current: 'became current',
        validated: 'validated',
        adopted: 'adopted',
      },
    },
    fi: {
      name: 'Kysymyksestä käyttöön otetuksi käytännöksi',
      meaning: 'Kuinka moni ratkenneista kysymyksistä johti käytäntöön, jonka jokin yksikkö otti käyttöön.',
      formula:
        'Vuoden aikana kysytyt, joiden käytännön jokin yksikkö otti käyttöön ÷ niistä ratkenneet; lisäksi kuinka moni ratkesi, muuttui käytännöksi, tuli voimaan ja vahvistettiin.',
      of: '{of, plural, one {# ratkennut kysymys} other {# ratkennutta kysymystä}}',
      caution: 'Useimmat kysymykset eivät tarvitse käytäntöä. Äskettäin kysytyillä on ollut vähän aikaa.',
      sentence:
        '{value} ratkenneista kysymyksistä johti käytäntöön, jonka jokin yksikkö otti käyttöön (ratkenneita {of}).',
      parts: {
        asked: 'kysyttiin',
        resolved: 'ratkesi',
        practice: 'muuttui käytännöksi',
        current: 'tuli voimaan',
        validated: 'vahvistettiin',
        adopted: 'otettiin käyttöön',
      },
    },
  },
  of({ facts: { inquiries, practices, adoptions }, window: { to } }) {
    const asked = new Set(within(inquiries.at, to - year, to))
    const resolved = [...asked].filter((row) => inquiries.resolved[row]! < to)
    if (resolved.length === 0) return undefined
    const adopted = new Set(
      adoptions.practice.filter((_, row) => adoptions.at[row]! < to && adoptions.state[row] === 'adopted'),
    )
    const led = (when: (row: number) => boolean) =>
      new Set(
        [...practices.inquiry.keys()]
          .filter((row) => asked.has(practices.inquiry[row]!) && when(row))
          .map((row) => practices.inquiry[row]!),
      ).size
    const through = led((row) => adopted.has(row))
    return {
      ...share(Math.min(through, resolved.length), resolved.length),
      of: resolved.length,
      behind: 0,
      parts: {
        asked: asked.size,
        resolved: resolved.length,
        practice: led((row) => practices.made[row]! < to),
        current: led((row) => practices.current[row]! < to),
        validated: led((row) => practices.validated[row]! < to),
        adopted: through,
      },
    }
  },
}
