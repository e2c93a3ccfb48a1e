import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'
import { currentAt } from '../repertoire/current.ts'

export const adoptionBreadth: Indicator = {
  id: 'adoptionBreadth',
  kind: 'share',
  about: 'things',
  window: 'quarter',
  source:
    'Adoption breadth: units adopting ÷ units for which it applies; those that were asked or decided stand for these.',
  words: {
    en: {
      name: 'Breadth of adoption',
      meaning: 'Of the units that were asked or decided about a current practice, how many have adopted it.',
      formula:
        'Pairs of practice and unit whose latest decision is to adopt ÷ all pairs that were proposed or decided.',
      of: '{of, plural, one {# practice in a unit} other {# practices in units}}',
      caution: 'Declining with a reason is a good answer too. Units that nobody asked are not counted.',
      sentence:
        '{value} of {of, plural, one {# practice proposed or decided in a unit is} other {# practices proposed or decided in units are}} adopted.',
    },
    fi: {
      name: 'Käyttöönoton laajuus',
      meaning:
        'Kuinka moni yksikkö, jolle voimassa olevaa käytäntöä on ehdotettu tai joka on päättänyt siitä, on ottanut sen käyttöön.',
      formula:
        'Käytännön ja yksikön parit, joiden viimeisin päätös on käyttöönotto ÷ kaikki ehdotetut tai päätetyt parit.',
      of: '{of, plural, one {# käytäntö yksikössä} other {# käytäntöä yksiköissä}}',
      caution: 'Perusteltu kieltäytyminen on myös hyvä vastaus. Yksiköitä, joilta kukaan ei ole kysynyt, ei lasketa.',
      sentence: '{value} yksiköille ehdotetuista tai niissä päätetyistä käytännöistä on otettu käyttöön (pareja {of}).',
    },
  },
  of({ facts, window: { to } }) {
    const current = new Set(currentAt(facts, to))
    const latest = new Map<string, string>()
    const { proposals, adoptions } = facts
    proposals.at.forEach((at, row) => {
      if (at < to && current.has(proposals.practice[row]!))
        latest.set(`${proposals.practice[row]} ${proposals.unit[row]}`, 'proposed')
    })
    adoptions.at.forEach((at, row) => {
      if (at < to && current.has(adoptions.practice[row]!))
        latest.set(`${adoptions.practice[row]} ${adoptions.unit[row]}`, adoptions.state[row]!)
    })
    if (latest.size === 0) return undefined
    const adopted = [...latest.values()].filter((state) => state === 'adopted').length
    return { ...share(adopted, latest.size), of: latest.size, behind: 0 }
  },
}
