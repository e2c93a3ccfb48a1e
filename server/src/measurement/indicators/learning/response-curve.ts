import { year } from '../../facts/facts.ts'
import { firstReplies, within } from '../../facts/scene.ts'
import { breakOf, learningCurve } from '../../mathematics/learning-curve.ts'
import type { Indicator } from '../indicator.ts'

/** Fewer points make a line, but no curve. */
const fewest = 10

export const responseCurve: Indicator = {
  id: 'responseCurve',
  kind: 'ratio',
  about: 'acts',
  window: 'year',
  counted: ['after'],
  source:
    'Learning curves of communities: Schenkel & Teigland (2008), JKM 12(1), 106-118; break: Chow (1960), Econometrica 28, 591-605, its place and chance by shuffled residuals.',
  words: {
    en: {
      name: 'Learning curve',
      meaning: 'By what factor the time to the first reply changes each time the number of inquiries doubles.',
      formula:
        'y = a·x^(−b) through all answered inquiries of a year, x their number since the beginning, y hours to the first reply; the factor is 2^(−b). A break: the largest F of Chow, its chance from 200 shuffles.',
      of: '{of, plural, one {# answered inquiry} other {# answered inquiries}}',
      caution:
        'Below 1 replies come faster. Only answered inquiries are in it. A break may be a moved office or a change of channel: look what happened then.',
      sentence:
        'With each doubling the time to the first reply changes to {value} of what it was, over {of, plural, one {# answered inquiry} other {# answered inquiries}}.',
      parts: { chance: 'chance that a break as large is none', after: 'inquiries before the largest break' },
    },
    fi: {
      name: 'Oppimiskäyrä',
      meaning: 'Millä kertoimella aika ensimmäiseen vastaukseen muuttuu aina, kun kysymysten määrä kaksinkertaistuu.',
      formula:
        'y = a·x^(−b) vuoden vastattujen kysymysten kautta, x niiden järjestysnumero alusta, y tunnit ensimmäiseen vastaukseen; kerroin on 2^(−b). Murroskohta: Chow’n suurin F, sen todennäköisyys 200 sekoituksesta.',
      of: '{of, plural, one {# vastattu kysymys} other {# vastattua kysymystä}}',
      caution:
        'Alle 1: vastaukset nopeutuvat. Mukana ovat vain vastatut kysymykset. Murros voi olla muutto tai kanavan vaihdos: katso, mitä silloin tapahtui.',
      sentence:
        'Jokaisella kaksinkertaistumisella aika ensimmäiseen vastaukseen muuttuu kertoimella {value} (vastattuja kysymyksiä {of}).',
      parts: {
        chance: 'todennäköisyys, ettei näin suuri murros ole murros',
        after: 'kysymyksiä ennen suurinta murrosta',
      },
    },
  },
  of({ facts, window: { to }, random }) {
    const asked = within(facts.inquiries.at, to - year, to)
    const waits = firstReplies(facts, asked, to)
    const answered = asked.flatMap((row, at) =>
      waits.came[at] === 1 ? [{ x: facts.inquiries.before + row + 1, y: waits.hours[at]! }] : [],
    )
    // What was answered within a minute counts as a minute: a logarithm knows no zero.
    const [x, y] = [answered.map((each) => each.x), answered.map((each) => Math.max(each.y, 1 / 60))]
    const curve = learningCurve(x, y)
    if (!curve || answered.length < fewest) return undefined
    const broken = breakOf(x, y, random, 99)
    return {
      value: curve.ratio,
      low: curve.low,
      high: curve.high,
      of: answered.length,
      behind: waits.behind.size,
      ...(broken && { parts: { chance: broken.chance, after: broken.at } }),
    }
  },
}
