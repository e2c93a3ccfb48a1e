import { day } from '../../facts/facts.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'
import { currentAt, lastVerified } from './current.ts'

export const repertoireFreshness: Indicator = {
  id: 'repertoireFreshness',
  kind: 'share',
  about: 'things',
  window: 'quarter',
  source: 'Verification with an interval, as knowledge bases keep it; an edit is not a verification.',
  words: {
    en: {
      name: 'Freshness of the repertoire',
      meaning: 'Which share of current practices is verified within its own interval.',
      formula:
        'Current practices whose last verification, or becoming current, is not older than their interval ÷ current practices, at the end of the window.',
      of: '{of, plural, one {# current practice} other {# current practices}}',
      caution: 'Verified is not right, and old is not wrong. An edit does not count.',
      sentence: '{value} of {of, plural, one {# current practice} other {# current practices}} are verified in time.',
    },
    fi: {
      name: 'Repertuaarin tuoreus',
      meaning: 'Kuinka suuri osa voimassa olevista käytännöistä on tarkistettu määräajassaan.',
      formula:
        'Voimassa olevat käytännöt, joiden viimeisin tarkistus tai voimaantulo ei ole vanhempi kuin niiden väli ÷ voimassa olevat käytännöt jakson lopussa.',
      of: '{of, plural, one {# voimassa oleva käytäntö} other {# voimassa olevaa käytäntöä}}',
      caution: 'Tarkistettu ei ole sama kuin oikea, eikä vanha sama kuin väärä. Muokkausta ei lasketa.',
      sentence: '{value} voimassa olevista käytännöistä on tarkistettu ajallaan (käytäntöjä {of}).',
    },
  },
  of({ facts, window: { to } }) {
    const current = currentAt(facts, to)
    if (current.length === 0) return undefined
    const last = lastVerified(facts, to)
    const fresh = current.filter((row) => last[row]!.at + last[row]!.days * day >= to).length
    return { ...share(fresh, current.length), of: current.length, behind: 0 }
  },
}
