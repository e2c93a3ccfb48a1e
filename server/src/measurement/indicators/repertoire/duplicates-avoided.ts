import { peopleIn } from '../../facts/scene.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

export const duplicatesAvoided: Indicator = {
  id: 'duplicatesAvoided',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  source: 'Rework avoided, the third outcome of Lesser & Storck (2001), IBM Systems Journal 40, 831-841.',
  words: {
    en: {
      name: 'Solved by what was known',
      meaning:
        'Which share of inquiries met something that was there already: a practice that solved it, or the same inquiry asked before.',
      formula: 'Inquiries solved by a practice, or joined with an earlier one ÷ inquiries asked.',
      of: '{of, plural, one {# inquiry asked} other {# inquiries asked}}',
      caution:
        'Who found the answer before asking leaves no trace: the figure is a floor. Many duplicates may also mean that search fails.',
      sentence: '{value} of {of, plural, one {# inquiry} other {# inquiries}} met what was known already.',
    },
    fi: {
      name: 'Ratkesi jo tiedetyllä',
      meaning:
        'Kuinka suuri osa kysymyksistä kohtasi jo olemassa olevaa: käytännön, joka ratkaisi sen, tai saman aiemman kysymyksen.',
      formula: 'Käytännöllä ratkenneet tai aiempaan yhdistetyt kysymykset ÷ kysytyt kysymykset.',
      of: '{of, plural, one {# kysytty kysymys} other {# kysyttyä kysymystä}}',
      caution:
        'Joka löysi vastauksen ennen kysymistä, ei jätä jälkeä: luku on alaraja. Paljon toistoja voi myös tarkoittaa, että haku pettää.',
      sentence: '{value} kysymyksistä kohtasi jo tiedetyn (kysymyksiä {of}).',
    },
  },
  of({ facts: { inquiries }, asked }) {
    if (asked.length === 0) return undefined
    const known = asked.filter((row) => inquiries.known[row] === 1).length
    return { ...share(known, asked.length), of: asked.length, behind: peopleIn(inquiries.by, asked).size }
  },
}
