import { kaplanMeier, shareWithin } from '../../mathematics/kaplan-meier.ts'
import type { Indicator } from '../indicator.ts'

export const answeredRate: Indicator = {
  id: 'answeredRate',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  source:
    'Kaplan & Meier (1958), JASA 53, 457-481; Greenwood (1926). All within 24 hours as a sign of success: Garfield, What makes a great community.',
  words: {
    en: {
      name: 'Answered within a day',
      meaning: 'How likely it is that somebody else has replied a day after an inquiry was asked.',
      formula:
        '1 − S(24 h), with S the Kaplan-Meier curve of the time to the first reply of somebody else. Open inquiries count as long as they were open.',
      of: '{of, plural, one {# inquiry asked} other {# inquiries asked}}',
      caution: 'A reply is not yet help. Nights and weekends count.',
      sentence: '{value} of {of, plural, one {# inquiry} other {# inquiries}} have a reply within a day.',
      parts: { hour: 'within an hour', day: 'within a day', week: 'within a week' },
    },
    fi: {
      name: 'Vastattu vuorokaudessa',
      meaning: 'Kuinka todennäköisesti joku toinen on vastannut vuorokauden kuluttua kysymisestä.',
      formula:
        '1 − S(24 h), missä S on Kaplan–Meier-käyrä ajasta, joka kuluu toisen ensimmäiseen vastaukseen. Avoimet kysymykset lasketaan niin kauan kuin ne ovat olleet avoinna.',
      of: '{of, plural, one {# kysytty kysymys} other {# kysyttyä kysymystä}}',
      caution: 'Vastaus ei vielä ole apu. Yöt ja viikonloput lasketaan mukaan.',
      sentence: '{value} kysymyksistä saa vastauksen vuorokaudessa (kysymyksiä {of}).',
      parts: { hour: 'tunnissa', day: 'vuorokaudessa', week: 'viikossa' },
    },
  },
  of({ first, asked }) {
    if (asked.length === 0) return undefined
    const curve = kaplanMeier(first.hours, first.came)
    const part = (hours: number) => shareWithin(curve, hours).value
    return {
      ...shareWithin(curve, 24),
      of: asked.length,
      behind: first.behind.size,
      parts: { hour: part(1), day: part(24), week: part(168) },
    }
  },
}
