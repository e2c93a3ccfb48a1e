import { day } from '../../facts/facts.ts'
import { joinedWithin } from '../../facts/members.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

const watched = 90 * day

export const newcomerRetention: Indicator = {
  id: 'newcomerRetention',
  kind: 'share',
  about: 'people',
  window: 'quarter',
  source:
    'Joyce & Kraut (2006), J. Computer-Mediated Communication 11, 723-747: 44 % came again without a reply, 56 % with one.',
  words: {
    en: {
      name: 'Newcomers who came again',
      meaning: 'Of newcomers who wrote something, how many wrote again on another day within ninety days.',
      formula:
        'Wrote on two days or more within 90 days of joining ÷ joined at least 90 days before the end of the window and wrote at all.',
      of: 'about {of, plural, one {# newcomer who wrote} other {# newcomers who wrote}}',
      caution: 'Coming again goes together with having been answered; which causes which this figure cannot say.',
      sentence:
        '{value} of about {of, plural, one {# newcomer who wrote} other {# newcomers who wrote}} came again within ninety days.',
    },
    fi: {
      name: 'Palanneet tulokkaat',
      meaning:
        'Kuinka moni jotakin kirjoittaneista tulokkaista kirjoitti uudelleen jonakin toisena päivänä 90 päivän kuluessa.',
      formula:
        'Vähintään kahtena päivänä 90 päivän kuluessa liittymisestä kirjoittaneet ÷ vähintään 90 päivää ennen jakson loppua liittyneet, jotka ylipäätään kirjoittivat.',
      of: 'noin {of, plural, one {# kirjoittanut tulokas} other {# kirjoittanutta tulokasta}}',
      caution: 'Palaaminen ja vastauksen saaminen kulkevat yhdessä; kumpi aiheuttaa kumman, sitä luku ei kerro.',
      sentence: '{value} noin {of} kirjoittaneesta tulokkaasta palasi 90 päivän kuluessa.',
    },
  },
  of({ facts, window }) {
    const joined = joinedWithin(facts, window.from - watched, window.to - watched)
    const days = new Map(joined.map(({ person, at }) => [person, { at, days: new Set<number>() }]))
    const wrote = (person: number, when: number) => {
      const one = days.get(person)
      if (one && when >= one.at && when < one.at + watched) one.days.add(Math.floor(when / day))
    }
    const { inquiries, replies } = facts
    inquiries.at.forEach((at, row) => wrote(inquiries.by[row]!, at))
    replies.at.forEach((at, row) => wrote(replies.by[row]!, at))
    const writers = [...days.values()].filter((each) => each.days.size > 0)
    if (writers.length === 0) return undefined
    const again = writers.filter((each) => each.days.size > 1).length
    return { ...share(again, writers.length), of: writers.length, behind: writers.length, part: again }
  },
}
