import { within } from '../../facts/scene.ts'
import { peopleIn } from '../../facts/scene.ts'
import { day, year } from '../../facts/facts.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

export const healthIndex: Indicator = {
  id: 'healthIndex',
  kind: 'share',
  about: 'people',
  window: 'year',
  source: 'Community Health Index, Swoop Analytics, report A-Z; interval: Wilson (1927), JASA 22, 209-212.',
  words: {
    en: {
      name: 'Health index',
      meaning: 'Of those who did something here within a year, how many did so in its last thirty days.',
      formula: 'People active in the last 30 days ÷ people active at least once in the last 365 days.',
      of: 'about {of, plural, one {# person} other {# people}} active within a year',
      caution:
        'Reading counts as taking part but leaves no trace here. A community that meets twice a year is not ill.',
      sentence:
        '{value} of about {of, plural, one {# person} other {# people}} active within a year were active in its last month.',
    },
    fi: {
      name: 'Elinvoimaindeksi',
      meaning: 'Kuinka moni vuoden aikana jotakin tehneistä teki jotakin sen viimeisten 30 päivän aikana.',
      formula: 'Viimeisten 30 päivän aikana toimineet ÷ viimeisten 365 päivän aikana ainakin kerran toimineet.',
      of: 'noin {of, plural, one {# vuoden aikana toiminut} other {# vuoden aikana toiminutta}}',
      caution:
        'Lukeminenkin on osallistumista, mutta siitä ei jää tähän jälkeä. Kahdesti vuodessa kokoontuva yhteisö ei ole sairas.',
      sentence: '{value} noin {of} vuoden aikana toimineesta toimi myös viimeisen kuukauden aikana.',
    },
  },
  of({ facts: { active }, window: { to } }) {
    const all = peopleIn(active.who, within(active.at, to - year, to)).size
    if (all === 0) return undefined
    const lately = peopleIn(active.who, within(active.at, to - 30 * day, to)).size
    return { ...share(lately, all), of: all, behind: all, part: lately }
  },
}
