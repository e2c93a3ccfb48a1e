import { membersAt } from '../../facts/members.ts'
import { peopleIn, type Scene, within } from '../../facts/scene.ts'
import type { Producer } from '../../mathematics/envelopment.ts'
import type { Indicator } from '../indicator.ts'

/** Reckoned over all communities at once when a quarter is over: each beside the best mixture of all. */
export const efficiency: Omit<Indicator, 'of'> = {
  id: 'efficiency',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  source:
    'Charnes, Cooper & Rhodes (1978), EJOR 2, 429-444; of communities of practice: Lee, Hong & Suh (2016), IJTM 70(1), whose inputs and outputs are not ours.',
  words: {
    en: {
      name: 'Efficiency of sharing',
      meaning:
        'With which share of its people and words this community could share as much, if it shared as the best mixture of all communities does.',
      formula:
        'min θ with Σ λx ≤ θx₀ and Σ λy ≥ y₀, λ ≥ 0. Inputs x: people active, contributions. Outputs y: inquiries answered, practices used.',
      of: 'beside {of, plural, one {# community} other {# communities}}',
      caution:
        '1 only says that no mixture of others does more with less. Not a ranking: look at your own line over time. It is reckoned when a quarter is over.',
      sentence:
        'As the best mixture of {of, plural, one {# community} other {# communities}} works, {value} of the effort would have done.',
    },
    fi: {
      name: 'Jakamisen tehokkuus',
      meaning:
        'Millä osuudella väestään ja sanoistaan tämä yhteisö voisi jakaa yhtä paljon, jos se jakaisi kuten paras yhteisöjen yhdistelmä.',
      formula:
        'min θ, kun Σ λx ≤ θx₀ ja Σ λy ≥ y₀, λ ≥ 0. Panokset x: toimineet ihmiset, puheenvuorot. Tuotokset y: vastatut kysymykset, käytetyt käytännöt.',
      of: '{of, plural, one {# yhteisön} other {# yhteisön}} rinnalla',
      caution:
        '1 kertoo vain, ettei mikään muiden yhdistelmä tee enempää vähemmällä. Ei paremmuusjärjestys: katso omaa viivaasi ajassa. Lasketaan, kun neljännes on ohi.',
      sentence:
        'Parhaan yhdistelmän tavalla ({of, plural, one {# yhteisö} other {# yhteisöä}}) olisi riittänyt {value} panoksesta.',
    },
  },
}

/** What a community puts in and brings out; nothing of one with fewer than five people active. */
export function producerOf({ facts, window, asked, replied, first }: Scene): Producer | undefined {
  const { active, applications, inquiries, replies } = facts
  const people = peopleIn(active.who, within(active.at, window.from, window.to))
  peopleIn(replies.by, replied, peopleIn(inquiries.by, asked, people))
  if (people.size < 5 || membersAt(facts, window.to).size < 5) return undefined
  return {
    inputs: [people.size, asked.length + replied.length],
    outputs: [first.came.reduce((sum, came) => sum + came, 0), within(applications.at, window.from, window.to).length],
  }
}
