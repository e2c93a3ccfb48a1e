import { corePeriphery as coreOf, rewired } from '@mortar/graph'
import type { Indicator } from '../indicator.ts'

const networks = 19

export const corePeriphery: Indicator = {
  id: 'corePeriphery',
  kind: 'index',
  about: 'acts',
  window: 'quarter',
  source:
    'Borgatti & Everett (2000), Social Networks 21, 375-395; rewired networks: Maslov & Sneppen (2002), Science 296, 910-913.',
  words: {
    en: {
      name: 'Core and edge',
      meaning: 'How closely ties follow the picture of a core tied to all and an edge tied to the core: 1 exactly.',
      formula:
        'The largest correlation of ties with that ideal over all cores found. By chance: 19 networks in which each keeps the number of their ties.',
      of: '{of, plural, one {# person} other {# people}} with ties',
      caution: 'A core is neither good nor bad. Above the band of chance there is one; who is in it is not told.',
      sentence:
        'Ties among {of, plural, one {# person} other {# people}} follow core and edge with a correlation of {value}.',
    },
    fi: {
      name: 'Ydin ja reuna',
      meaning:
        'Kuinka tarkasti yhteydet noudattavat kuvaa ytimestä, joka on yhteydessä kaikkiin, ja reunasta, joka on yhteydessä ytimeen: 1 täsmälleen.',
      formula:
        'Yhteyksien suurin korrelaatio ihannekuvion kanssa löydetyistä ytimistä. Sattumalta: 19 verkkoa, joissa jokainen säilyttää yhteyksiensä määrän.',
      of: '{of, plural, one {# ihminen} other {# ihmistä}}, joilla on yhteyksiä',
      caution: 'Ydin ei ole hyvä eikä huono. Sattuman vyöhykkeen yläpuolella sellainen on; keitä siinä on, ei kerrota.',
      sentence: 'Yhteydet noudattavat ytimen ja reunan kuviota korrelaatiolla {value} (ihmisiä {of}).',
    },
  },
  of({ network: { ties }, random }) {
    if (ties.targets.length === 0) return undefined
    const fitOf = (graph: typeof ties) => coreOf(graph, { exchanges: false }).fit
    const drawn = Array.from({ length: networks }, () => fitOf(rewired(ties, random))).toSorted((a, b) => a - b)
    return {
      value: fitOf(ties),
      chance: { value: drawn[Math.floor(networks / 2)]!, low: drawn[0]!, high: drawn.at(-1)! },
      of: ties.nodes,
      behind: ties.nodes,
    }
  },
}
