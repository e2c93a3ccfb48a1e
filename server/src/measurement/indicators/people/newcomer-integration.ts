import { day } from '../../facts/facts.ts'
import { joinedWithin } from '../../facts/members.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

const watched = 30 * day

export const newcomerIntegration: Indicator = {
  id: 'newcomerIntegration',
  kind: 'share',
  about: 'people',
  window: 'quarter',
  source:
    'Newcomers with two contacts or more within thirty days: our reading of socialisation measures; interval: Wilson (1927).',
  words: {
    en: {
      name: 'Newcomers who found people',
      meaning: 'Of those who joined, how many exchanged words with at least two others within thirty days.',
      formula:
        'Joined at least 30 days before the end of the window, and replied to or were replied to by two others within 30 days ÷ all who joined then.',
      of: 'about {of, plural, one {# newcomer} other {# newcomers}}',
      caution:
        'Some join to read, and that is taking part. The window begins thirty days before the quarter, so that everybody had their thirty days.',
      sentence:
        '{value} of about {of, plural, one {# newcomer} other {# newcomers}} exchanged words with two others within a month.',
    },
    fi: {
      name: 'Ihmiset löytäneet tulokkaat',
      meaning: 'Kuinka moni liittyneistä on vaihtanut sanoja ainakin kahden muun kanssa 30 päivän kuluessa.',
      formula:
        'Vähintään 30 päivää ennen jakson loppua liittyneet, jotka vastasivat kahdelle tai saivat vastauksen kahdelta 30 päivän kuluessa ÷ kaikki silloin liittyneet.',
      of: 'noin {of, plural, one {# tulokas} other {# tulokasta}}',
      caution:
        'Jotkut liittyvät lukeakseen, ja sekin on osallistumista. Jakso alkaa 30 päivää ennen neljännestä, jotta jokaisella oli 30 päiväänsä.',
      sentence: '{value} noin {of} tulokkaasta vaihtoi sanoja kahden muun kanssa kuukaudessa.',
    },
  },
  of({ facts, window }) {
    const joined = joinedWithin(facts, window.from - watched, window.to - watched)
    if (joined.length === 0) return undefined
    const met = new Map(joined.map(({ person, at }) => [person, { at, others: new Set<number>() }]))
    const { by, to, at } = facts.replies
    const meet = (person: number, other: number, when: number) => {
      const one = met.get(person)
      if (one && other >= 0 && other !== person && when >= one.at && when < one.at + watched) one.others.add(other)
    }
    for (let row = 0; row < at.length; row++) {
      meet(by[row]!, to[row]!, at[row]!)
      meet(to[row]!, by[row]!, at[row]!)
    }
    const found = [...met.values()].filter(({ others }) => others.size >= 2).length
    return { ...share(found, met.size), of: met.size, behind: met.size, part: found }
  },
}
