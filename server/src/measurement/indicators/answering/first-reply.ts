import { kaplanMeier, median } from '../../mathematics/kaplan-meier.ts'
import type { Indicator } from '../indicator.ts'

export const firstReply: Indicator = {
  id: 'firstReply',
  kind: 'hours',
  about: 'acts',
  window: 'quarter',
  source: 'Kaplan & Meier (1958), JASA 53, 457-481; interval: Brookmeyer & Crowley (1982), Biometrics 38, 29-41.',
  words: {
    en: {
      name: 'Time to the first reply',
      meaning: 'After how many hours half of the inquiries have a reply of somebody else.',
      formula: 'The time at which the Kaplan-Meier curve of the time to the first reply comes down to one half.',
      of: '{of, plural, one {# inquiry asked} other {# inquiries asked}}',
      caution: 'The mean of the answered ones would flatter: it leaves out who still waits. This figure does not.',
      sentence: 'Half of {of, plural, one {# inquiry} other {# inquiries}} have a first reply after {value}.',
    },
    fi: {
      name: 'Aika ensimmäiseen vastaukseen',
      meaning: 'Kuinka monen tunnin kuluttua puolella kysymyksistä on jonkun toisen vastaus.',
      formula: 'Aika, jolloin Kaplan–Meier-käyrä ensimmäiseen vastaukseen kuluvasta ajasta laskee puoleen.',
      of: '{of, plural, one {# kysytty kysymys} other {# kysyttyä kysymystä}}',
      caution: 'Vastattujen keskiarvo kaunistelisi: se jättää pois ne, jotka vielä odottavat. Tämä luku ei jätä.',
      sentence: 'Puolet kysymyksistä saa ensimmäisen vastauksen ajassa {value} (kysymyksiä {of}).',
    },
  },
  of({ first, asked }) {
    const half = median(kaplanMeier(first.hours, first.came))
    if (half.value === null) return undefined
    return {
      value: half.value,
      ...(half.low !== null && { low: half.low }),
      ...(half.high !== null && { high: half.high }),
      of: asked.length,
      behind: first.behind.size,
    }
  },
}
