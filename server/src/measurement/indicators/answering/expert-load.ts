import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

/** Three would be the usual number; a figure about three people is not ours to show. */
const few = 5

export const expertLoad: Indicator = {
  id: 'expertLoad',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  source:
    'Share of the busiest helpers, as in studies of experts who carry too much; five instead of three, so that it is about nobody.',
  words: {
    en: {
      name: 'Help rests on few',
      meaning: 'Which share of all answers comes from the five who answer most.',
      formula: 'Answers and experiences of the five who gave most ÷ all answers and experiences.',
      of: '{of, plural, one {# answer} other {# answers}}',
      caution:
        'High where few carry much, and high in every small community. Who they are is told to nobody but themselves.',
      sentence: '{value} of {of, plural, one {# answer} other {# answers}} come from five people.',
    },
    fi: {
      name: 'Apu on harvojen varassa',
      meaning: 'Kuinka suuri osa vastauksista tulee viideltä eniten vastaavalta.',
      formula: 'Viiden eniten antaneen vastaukset ja kokemukset ÷ kaikki vastaukset ja kokemukset.',
      of: '{of, plural, one {# vastaus} other {# vastausta}}',
      caution:
        'Suuri siellä, missä harvat kantavat paljon, ja jokaisessa pienessä yhteisössä. Keitä he ovat, kerrotaan vain heille itselleen.',
      sentence: '{value} vastauksista tulee viideltä ihmiseltä (vastauksia {of}).',
    },
  },
  of({ facts: { replies }, replied }) {
    const counts = new Map<number, number>()
    for (const row of replied)
      if (replies.answer[row] === 1 && replies.by[row]! >= 0)
        counts.set(replies.by[row]!, (counts.get(replies.by[row]!) ?? 0) + 1)
    const sorted = [...counts.values()].toSorted((a, b) => b - a)
    const all = sorted.reduce((sum, count) => sum + count, 0)
    // With the five there must be five others, or the rest would be told one by one.
    if (sorted.length < 2 * few) return all === 0 ? undefined : { value: 1, of: all, behind: 0 }
    const most = sorted.slice(0, few).reduce((sum, count) => sum + count, 0)
    return { ...share(most, all), of: all, behind: sorted.length, chance: { value: few / sorted.length } }
  },
}
