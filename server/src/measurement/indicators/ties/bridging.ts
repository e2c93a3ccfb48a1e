import { neighbourhoodOverlaps } from '@mortar/graph'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

export const bridging: Indicator = {
  id: 'bridging',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  source:
    'Local bridges: Granovetter (1973), AJS 78, 1360-1380; structural social capital: Lesser & Storck (2001), IBM Systems Journal 40, 831-841.',
  words: {
    en: {
      name: 'Social capital, structural: bridges',
      meaning: 'Which share of ties joins two people who have nobody else in common here.',
      formula: 'Ties whose two ends share no third person ÷ all ties.',
      of: '{of, plural, one {# tie} other {# ties}}',
      caution: 'Many bridges bring news, few bring trust; a young community is all bridges.',
      sentence: '{value} of {of, plural, one {# tie} other {# ties}} join people who have nobody else in common.',
    },
    fi: {
      name: 'Sosiaalinen pääoma, rakenne: sillat',
      meaning: 'Kuinka suuri osa yhteyksistä on ihmisten välillä, joilla ei ole täällä muuta yhteistä tuttua.',
      formula: 'Yhteydet, joiden päillä ei ole yhteistä kolmatta ÷ kaikki yhteydet.',
      of: '{of, plural, one {# yhteys} other {# yhteyttä}}',
      caution: 'Monet sillat tuovat uutisia, harvat luottamusta; nuori yhteisö on pelkkiä siltoja.',
      sentence: '{value} yhteyksistä on ihmisten välillä, joilla ei ole muuta yhteistä tuttua (yhteyksiä {of}).',
    },
  },
  of({ network: { ties } }) {
    const all = ties.targets.length / 2
    if (all === 0) return undefined
    const bridges = neighbourhoodOverlaps(ties).filter((overlap) => overlap === 0).length / 2
    return { ...share(bridges, all), of: all, behind: ties.nodes }
  },
}
