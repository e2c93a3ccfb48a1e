import { arcBetween, neighboursOf, reciprocity } from '@mortar/graph'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

export const twoWayShare: Indicator = {
  id: 'twoWayShare',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  source:
    'Reciprocity: Garlaschelli & Loffredo (2004), Phys. Rev. Lett. 93, 268701; what fell as announcements grew: Viva Engage benchmarking report.',
  words: {
    en: {
      name: 'Replies both ways',
      meaning: 'Of the pairs of which one replied to the other, how many replied to each other.',
      formula: 'Pairs with replies both ways ÷ pairs with any reply. By chance: the density of replies.',
      of: '{of, plural, one {# pair} other {# pairs}}',
      caution: 'Falls as a community grows. One who asks and one who knows need not change places.',
      sentence: 'In {value} of {of, plural, one {# pair} other {# pairs}} replies go both ways.',
    },
    fi: {
      name: 'Vastaukset molempiin suuntiin',
      meaning: 'Kuinka moni pari, josta toinen on vastannut toiselle, on vastannut toisilleen.',
      formula: 'Molempiin suuntiin vastanneet parit ÷ kaikki vastanneet parit. Sattumalta: vastausten tiheys.',
      of: '{of, plural, one {# pari} other {# paria}}',
      caution: 'Laskee yhteisön kasvaessa. Kysyjän ja tietäjän ei tarvitse vaihtaa paikkoja.',
      sentence: '{value} pareista vastataan molempiin suuntiin (pareja {of}).',
    },
  },
  of({ network: { directed, ties } }) {
    const pairs = ties.targets.length / 2
    if (pairs === 0) return undefined
    let both = 0
    for (let one = 0; one < directed.nodes; one++)
      for (const other of neighboursOf(directed, one)) if (one < other && arcBetween(directed, other, one) >= 0) both++
    const { share: returned, corrected } = reciprocity(directed)!
    const density = corrected === 1 ? 0 : (returned - corrected) / (1 - corrected)
    return { ...share(both, pairs), of: pairs, behind: directed.nodes, chance: { value: density / (2 - density) } }
  },
}
