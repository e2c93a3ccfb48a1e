import { year } from '../../facts/facts.ts'
import { within } from '../../facts/scene.ts'
import { truckFactor } from '../../mathematics/coverage.ts'
import type { Indicator } from '../indicator.ts'

/** Who answered at least this share as often as whoever answers most on a topic carries it too. */
const carries = 0.75

export const busFactor: Indicator = {
  id: 'busFactor',
  kind: 'number',
  about: 'acts',
  window: 'year',
  source: 'Truck factor: Avelino et al. (2016), ICPC; of 133 open programs 65 % had two or fewer.',
  words: {
    en: {
      name: 'On how few the topics hang',
      meaning: 'How few people could leave before more than half of the topics had nobody who carries them.',
      formula:
        'At each step whoever carries most topics leaves. One carries a topic who answered on it at least three quarters as often as whoever answers most.',
      of: '{of, plural, one {# topic with answers} other {# topics with answers}}',
      caution: '1 or 2 is common. It names nobody; whoever it is sees it themselves.',
      sentence: '{value} could leave before more than half of {of, plural, one {# topic} other {# topics}} had nobody.',
    },
    fi: {
      name: 'Kuinka harvan varassa aiheet ovat',
      meaning: 'Kuinka harva voisi lähteä ennen kuin yli puolella aiheista ei olisi ketään kantajaa.',
      formula:
        'Joka askeleella lähtee se, joka kantaa eniten aiheita. Aihetta kantaa se, joka on vastannut siitä vähintään kolme neljäsosaa niin usein kuin eniten vastaava.',
      of: '{of, plural, one {# aihe, johon on vastattu} other {# aihetta, joihin on vastattu}}',
      caution: '1 tai 2 on tavallista. Luku ei nimeä ketään; se, jota se koskee, näkee sen itse.',
      sentence: '{value} voisi lähteä ennen kuin yli puolella aiheista ei olisi ketään (aiheita {of}).',
    },
  },
  of({ facts, window }) {
    const { carriers, behind } = carriersOf(facts, window.to)
    if (carriers.length === 0) return undefined
    return { value: truckFactor(carriers), of: carriers.length, behind }
  },
}

/** Who carries each topic that was answered on within a year. */
export function carriersOf(
  { replies, topics, inquiries }: Parameters<Indicator['of']>[0]['facts'],
  to: number,
): { carriers: Set<number>[]; behind: number } {
  const topicsOf = Map.groupBy(topics.inquiry.keys(), (row) => topics.inquiry[row]!)
  const counts = new Map<number, Map<number, number>>()
  const behind = new Set<number>()
  for (const row of within(replies.at, to - year, to)) {
    const by = replies.by[row]!
    if (replies.answer[row] === 0 || by < 0 || by === inquiries.by[replies.inquiry[row]!]) continue
    for (const tag of topicsOf.get(replies.inquiry[row]!) ?? []) {
      const people = counts.get(topics.topic[tag]!) ?? new Map<number, number>()
      counts.set(topics.topic[tag]!, people.set(by, (people.get(by) ?? 0) + 1))
      behind.add(by)
    }
  }
  const carriers = [...counts.values()].map((people) => {
    const most = Math.max(...people.values())
    return new Set([...people].filter(([, count]) => count >= carries * most).map(([person]) => person))
  })
  return { carriers, behind: behind.size }
}
