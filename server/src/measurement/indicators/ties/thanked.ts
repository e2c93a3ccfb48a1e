import { peopleIn } from '../../facts/scene.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

export const thanked: Indicator = {
  id: 'thanked',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  source:
    'Relational social capital (obligation, willingness to answer): Nahapiet & Ghoshal (1998), AMR 23, 242-266; Lesser & Storck (2001).',
  words: {
    en: {
      name: 'Social capital, relational: help that was acknowledged',
      meaning: 'Which share of answers and experiences was marked as helpful or thanked for.',
      formula: 'Answers and experiences that helped or were thanked ÷ all of the window.',
      of: '{of, plural, one {# answer} other {# answers}}',
      caution: 'Trust itself waits for a pulse. Marking and thanking are habits, and habits differ.',
      sentence: '{value} of {of, plural, one {# answer} other {# answers}} were marked as helpful or thanked for.',
    },
    fi: {
      name: 'Sosiaalinen pääoma, suhteet: tunnustettu apu',
      meaning: 'Kuinka suuri osa vastauksista ja kokemuksista on merkitty auttaneiksi tai kiitetty.',
      formula: 'Auttaneet tai kiitetyt vastaukset ja kokemukset ÷ kaikki jakson vastaukset ja kokemukset.',
      of: '{of, plural, one {# vastaus} other {# vastausta}}',
      caution: 'Itse luottamus odottaa pulssikyselyä. Merkitseminen ja kiittäminen ovat tapoja, ja tavat vaihtelevat.',
      sentence: '{value} vastauksista merkittiin auttaneiksi tai niistä kiitettiin (vastauksia {of}).',
    },
  },
  of({ facts: { replies }, replied, window }) {
    const answers = replied.filter((row) => replies.answer[row] === 1)
    if (answers.length === 0) return undefined
    const good = answers.filter((row) => replies.helped[row]! < window.to || replies.thanked[row] === 1).length
    return { ...share(good, answers.length), of: answers.length, behind: peopleIn(replies.by, answers).size }
  },
}
