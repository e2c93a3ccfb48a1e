import { degreeOf, type Graph } from '@mortar/graph'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'
import { placed } from './placed.ts'

export const crossUnitShare: Indicator = {
  id: 'crossUnitShare',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  source: 'Null model that keeps how many ties each person has: Newman (2006), PNAS 103, 8577-8582.',
  words: {
    en: {
      name: 'Help across units',
      meaning: 'Which share of the pairs who reply to one another work in different units.',
      formula:
        'Pairs of different units ÷ pairs whose units are known. By chance: 1 − Σ (d(g) ÷ 2m)², d(g) the ties of unit g, m all ties.',
      of: '{of, plural, one {# pair} other {# pairs}}',
      caution:
        'Units are those of today. In many small units nearly every pair goes across: read it beside what chance gives.',
      sentence: '{value} of {of, plural, one {# pair} other {# pairs}} go across units.',
    },
    fi: {
      name: 'Apu yli yksikkörajojen',
      meaning: 'Kuinka suuri osa toisilleen vastaavista pareista on eri yksiköistä.',
      formula:
        'Eri yksiköiden parit ÷ parit, joiden yksiköt tunnetaan. Sattumalta: 1 − Σ (d(g) ÷ 2m)², missä d(g) on yksikön g yhteydet ja m kaikki yhteydet.',
      of: '{of, plural, one {# pari} other {# paria}}',
      caution: 'Yksiköt ovat nykyiset. Pienissä yksiköissä lähes jokainen pari ylittää rajan: lue sattuman rinnalla.',
      sentence: '{value} pareista ylittää yksikkörajan (pareja {of}).',
    },
  },
  of(scene) {
    const { ties, units } = placed(scene.network)
    const pairs = ties.targets.length / 2
    if (pairs === 0) return undefined
    let across = 0
    for (let one = 0; one < ties.nodes; one++)
      for (let arc = ties.offsets[one]!; arc < ties.offsets[one + 1]!; arc++)
        if (ties.targets[arc]! > one && units[ties.targets[arc]!] !== units[one]) across++
    return { ...share(across, pairs), of: pairs, behind: ties.nodes, chance: { value: byDegrees(ties, units) } }
  },
}

function byDegrees(ties: Graph, units: Int32Array): number {
  const degrees = new Map<number, number>()
  for (let node = 0; node < ties.nodes; node++)
    degrees.set(units[node]!, (degrees.get(units[node]!) ?? 0) + degreeOf(ties, node))
  return 1 - [...degrees.values()].reduce((sum, degree) => sum + (degree / ties.targets.length) ** 2, 0)
}
