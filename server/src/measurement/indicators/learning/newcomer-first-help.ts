import { day, year } from '../../facts/facts.ts'
import { joinedWithin } from '../../facts/members.ts'
import { kaplanMeier, shareWithin } from '../../mathematics/kaplan-meier.ts'
import type { Indicator } from '../indicator.ts'

const within = 182

export const newcomerFirstHelp: Indicator = {
  id: 'newcomerFirstHelp',
  kind: 'share',
  about: 'people',
  window: 'year',
  source:
    'A shorter learning curve of newcomers, the first outcome of Lesser & Storck (2001), IBM Systems Journal 40, 831-841.',
  words: {
    en: {
      name: 'Newcomers whose help helped',
      meaning: 'How likely it is that an answer of a newcomer is marked as what helped within half a year of joining.',
      formula:
        '1 − S(182 days), with S the Kaplan-Meier curve from joining to the first contribution marked as what helped, over those who joined within a year.',
      of: 'about {of, plural, one {# newcomer} other {# newcomers}}',
      caution: 'Helping is not the only sign of learning, and nobody is asked to hurry.',
      sentence:
        'Within half a year the help of {value} of about {of, plural, one {# newcomer} other {# newcomers}} has helped.',
    },
    fi: {
      name: 'Tulokkaat, joiden apu auttoi',
      meaning: 'Kuinka todennäköisesti tulokkaan vastaus merkitään auttaneeksi puolen vuoden kuluessa liittymisestä.',
      formula:
        '1 − S(182 päivää), missä S on Kaplan–Meier-käyrä liittymisestä ensimmäiseen auttaneeksi merkittyyn vastaukseen vuoden aikana liittyneillä.',
      of: 'noin {of, plural, one {# tulokas} other {# tulokasta}}',
      caution: 'Auttaminen ei ole ainoa oppimisen merkki, eikä ketään hoputeta.',
      sentence: 'Puolen vuoden kuluessa {value} noin {of} tulokkaasta on auttanut jotakuta.',
    },
  },
  of({ facts, window: { to } }) {
    const joined = joinedWithin(facts, to - year, to)
    if (joined.length === 0) return undefined
    const { by, helped } = facts.replies
    const first = new Map<number, number>()
    helped.forEach((at, row) => {
      const person = by[row]!
      if (at < to && at < (first.get(person) ?? Infinity)) first.set(person, at)
    })
    const ends = joined.map(({ person, at }) => {
      const help = first.get(person)
      return { days: ((help ?? to) - at) / day, came: help === undefined ? 0 : 1 }
    })
    // Who helped before they joined was no newcomer.
    const newcomers = ends.filter(({ days }) => days >= 0)
    if (newcomers.length === 0) return undefined
    const curve = kaplanMeier(
      newcomers.map(({ days }) => days),
      newcomers.map(({ came }) => came),
    )
    const came = newcomers.filter((each) => each.came === 1 && each.days <= within).length
    return { ...shareWithin(curve, within), of: newcomers.length, behind: newcomers.length, part: came }
  },
}
