import { safeParts } from '#network/index.ts'
import { membersAt } from '../../facts/members.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

export const participationMix: Indicator = {
  id: 'participationMix',
  kind: 'share',
  about: 'people',
  window: 'quarter',
  source:
    'Participation inequality: Nielsen (2006), The 90-9-1 rule; personas: Swoop Analytics, Enterprise Benchmarking.',
  words: {
    en: {
      name: 'Who takes part how',
      meaning: 'Which share of the members asked or replied at least once.',
      formula:
        'Members who asked or replied ÷ members at the end of the window; beside it those who did so three times or more, once or twice, and not at all.',
      of: 'about {of, plural, one {# member} other {# members}}',
      caution: 'The edge counts: who reads takes part. 90-9-1 is a finding of large open sites, not an aim.',
      sentence: '{value} of about {of, plural, one {# member} other {# members}} asked or replied.',
      parts: { often: 'three times or more', now: 'once or twice', not: 'not at all' },
    },
    fi: {
      name: 'Kuka osallistuu miten',
      meaning: 'Kuinka suuri osa jäsenistä on kysynyt tai vastannut ainakin kerran.',
      formula:
        'Kysyneet tai vastanneet jäsenet ÷ jäsenet jakson lopussa; lisäksi vähintään kolmesti, kerran tai kahdesti ja ei lainkaan osallistuneet.',
      of: 'noin {of, plural, one {# jäsen} other {# jäsentä}}',
      caution:
        'Reunallakin on merkitystä: lukija osallistuu. 90-9-1 on havainto suurista avoimista sivustoista, ei tavoite.',
      sentence: '{value} noin {of} jäsenestä kysyi tai vastasi.',
      parts: { often: 'kolmesti tai useammin', now: 'kerran tai kahdesti', not: 'ei lainkaan' },
    },
  },
  of({ facts, window, asked, replied }) {
    const members = membersAt(facts, window.to)
    if (members.size === 0) return undefined
    const times = new Map<number, number>()
    const count = (person: number) => members.has(person) && times.set(person, (times.get(person) ?? 0) + 1)
    for (const row of asked) count(facts.inquiries.by[row]!)
    for (const row of replied) count(facts.replies.by[row]!)
    const often = [...times.values()].filter((each) => each >= 3).length
    const groups = { often, now: times.size - often, not: members.size - times.size }
    const shown = safeParts(Object.entries(groups))
    const partOf = (name: string) => (shown.has(name) ? shown.get(name)! / members.size : null)
    return {
      ...share(times.size, members.size),
      of: members.size,
      behind: members.size,
      part: times.size,
      parts: Object.fromEntries(Object.keys(groups).map((name) => [name, partOf(name)])),
    }
  },
}
