import { giniInterval } from '../../mathematics/gini.ts'
import type { Indicator } from '../indicator.ts'

export const contributionGini: Indicator = {
  id: 'contributionGini',
  kind: 'index',
  about: 'acts',
  window: 'quarter',
  source: 'Gini (1912); interval: percentile bootstrap, Efron (1979), Annals of Statistics 7, 1-26.',
  words: {
    en: {
      name: 'How evenly people contribute',
      meaning: 'Gini coefficient of what each contributed: 0 if all gave the same, near 1 if one gave all.',
      formula: 'G = 2 Σ i·x(i) ÷ (n Σ x) − (n + 1) ÷ n, over those who asked or replied, ordered by how often.',
      of: '{of, plural, one {# contribution} other {# contributions}}',
      caution:
        'Uneven is usual and no fault. Compare with the community’s own history, not with others of another size.',
      sentence:
        'What people gave is spread with a Gini coefficient of {value}, over {of, plural, one {# contribution} other {# contributions}}.',
    },
    fi: {
      name: 'Kuinka tasaisesti annetaan',
      meaning: 'Gini-kerroin siitä, paljonko kukin on antanut: 0, jos kaikki yhtä paljon, lähellä 1, jos yksi kaiken.',
      formula: 'G = 2 Σ i·x(i) ÷ (n Σ x) − (n + 1) ÷ n kysyneistä ja vastanneista, järjestettynä määrän mukaan.',
      of: '{of, plural, one {# panos} other {# panosta}}',
      caution: 'Epätasaisuus on tavallista eikä vika. Vertaa yhteisön omaan historiaan, älä erikokoisiin.',
      sentence: 'Panosten Gini-kerroin on {value} (panoksia {of}).',
    },
  },
  of({ facts: { inquiries, replies }, asked, replied, random }) {
    const counts = new Map<number, number>()
    const count = (person: number) => person >= 0 && counts.set(person, (counts.get(person) ?? 0) + 1)
    for (const row of asked) count(inquiries.by[row]!)
    for (const row of replied) count(replies.by[row]!)
    const spread = giniInterval(Int32Array.from(counts.values()), random, 100)
    return spread && { ...spread, of: asked.length + replied.length, behind: counts.size }
  },
}
