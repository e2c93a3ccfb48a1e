import { add } from '../../facts/scene.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

export const sharedTopics: Indicator = {
  id: 'sharedTopics',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  source:
    'Cognitive social capital (common language and context): Nahapiet & Ghoshal (1998), AMR 23, 242-266; Lesser & Storck (2001).',
  words: {
    en: {
      name: 'Social capital, cognitive: topics in common',
      meaning: 'Of the topics that were talked about, on how many did people of two units or more write.',
      formula: 'Topics with writers of at least two units ÷ topics with any inquiry in the window.',
      of: '{of, plural, one {# topic in use} other {# topics in use}}',
      caution: 'Using the same topic is not yet speaking the same language. Units are those of today.',
      sentence: 'People of two units or more wrote on {value} of {of, plural, one {# topic} other {# topics}}.',
    },
    fi: {
      name: 'Sosiaalinen pääoma, ajattelu: yhteiset aiheet',
      meaning: 'Kuinka monesta puheena olleesta aiheesta on kirjoittanut vähintään kahden yksikön väkeä.',
      formula: 'Aiheet, joista on kirjoitettu vähintään kahdesta yksiköstä ÷ aiheet, joista on jaksolla kysytty.',
      of: '{of, plural, one {# käytetty aihe} other {# käytettyä aihetta}}',
      caution: 'Sama aihe ei vielä ole sama kieli. Yksiköt ovat nykyiset.',
      sentence: 'Vähintään kahden yksikön väki kirjoitti {value} aiheista (aiheita {of}).',
    },
  },
  of({ facts: { topics, inquiries, replies, unit }, asked }) {
    const writers = new Map(asked.map((row) => [row, add(new Set<number>(), inquiries.by[row]!)]))
    replies.inquiry.forEach((inquiry, row) => {
      const people = writers.get(inquiry)
      if (people) add(people, replies.by[row]!)
    })
    const used = new Map<number, Set<number>>()
    const behind = new Set<number>()
    topics.inquiry.forEach((inquiry, row) => {
      const people = writers.get(inquiry)
      if (!people) return
      const units = used.get(topics.topic[row]!) ?? new Set()
      used.set(topics.topic[row]!, units)
      for (const person of people) {
        behind.add(person)
        if (unit[person]! >= 0) units.add(unit[person]!)
      }
    })
    if (used.size === 0) return undefined
    const common = [...used.values()].filter((units) => units.size > 1).length
    return { ...share(common, used.size), of: used.size, behind: behind.size }
  },
}
