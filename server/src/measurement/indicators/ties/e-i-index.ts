import { eiIndex as eiOf, expectedEi, partitionFrom } from '@mortar/graph'
import { z95 } from '../../mathematics/kaplan-meier.ts'
import type { Indicator } from '../indicator.ts'
import { placed } from './placed.ts'

export const eiIndex: Indicator = {
  id: 'eiIndex',
  kind: 'index',
  about: 'acts',
  window: 'quarter',
  source: 'Krackhardt & Stern (1988), Social Psychology Quarterly 51, 123-140.',
  words: {
    en: {
      name: 'E-I index',
      meaning: 'How far ties lead out of one’s own unit: −1 all inside, 1 all outside.',
      formula:
        '(E − I) ÷ (E + I), with E ties between units and I ties inside. By chance: the same ties with the names of units given out anew, 200 times.',
      of: '{of, plural, one {# tie} other {# ties}}',
      caution: 'Not to be read beside 0: small units look outward in any case. Read it beside what chance gives.',
      sentence: 'The E-I index of {of, plural, one {# tie} other {# ties}} is {value}.',
    },
    fi: {
      name: 'E-I-indeksi',
      meaning: 'Kuinka paljon yhteydet johtavat ulos omasta yksiköstä: −1 kaikki sisällä, 1 kaikki ulkona.',
      formula:
        '(E − I) ÷ (E + I), missä E on yksiköiden väliset ja I sisäiset yhteydet. Sattumalta: samat yhteydet, kun yksiköiden nimet jaetaan uudelleen 200 kertaa.',
      of: '{of, plural, one {# yhteys} other {# yhteyttä}}',
      caution: 'Älä vertaa nollaan: pienet yksiköt katsovat ulos joka tapauksessa. Lue sattuman rinnalla.',
      sentence: 'E-I-indeksi on {value} (yhteyksiä {of}).',
    },
  },
  of({ network, random }) {
    const { ties, units } = placed(network)
    if (ties.targets.length === 0) return undefined
    const groups = partitionFrom(units)
    const { mean, spread } = expectedEi(ties, groups, random, 200)
    return {
      value: eiOf(ties, groups).network!,
      chance: { value: mean, low: Math.max(-1, mean - z95 * spread), high: Math.min(1, mean + z95 * spread) },
      of: ties.targets.length / 2,
      behind: ties.nodes,
    }
  },
}
