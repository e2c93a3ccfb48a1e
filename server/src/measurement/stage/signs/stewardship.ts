import { against, shownActivity as pointsOf } from '../past.ts'
import { lifeCycle, seen, type Sign } from '../sign.ts'

const stage = 'stewardship'

export const stewardship: readonly Sign[] = [
  {
    id: 'steady',
    stage,
    leads: false,
    source: lifeCycle,
    kind: 'number',
    words: {
      en: {
        name: 'It goes on steadily',
        formula:
          'Inquiries and replies of the last whole quarter, not below the lowest of the four quarters before. Shown with five people behind each.',
        sentence:
          'About {last, number} inquiries and replies in the last whole quarter; between {lowest, number} and {highest, number} in the four before.',
      },
      fi: {
        name: 'Se jatkuu tasaisesti',
        formula:
          'Viimeisen kokonaisen neljänneksen kysymykset ja vastaukset, vähintään yhtä paljon kuin neljän edellisen vähimmillään. Näytetään, kun kunkin takana on viisi ihmistä.',
        sentence:
          'Noin {last, number} kysymystä ja vastausta viimeisellä kokonaisella neljänneksellä; neljällä edellisellä {lowest, number}–{highest, number}.',
      },
    },
    look: ({ activity }) => against(pointsOf(activity), (last, earlier) => last >= Math.min(...earlier)),
    past: ({ activity }) => pointsOf(activity),
  },
  {
    id: 'fresh',
    stage,
    leads: false,
    source: lifeCycle,
    kind: 'share',
    words: {
      en: {
        name: 'Practices are verified in time',
        formula:
          'The share of current practices that are verified within their interval is more than none, and not below the lowest of its own four quarters before.',
        sentence:
          '{last, number, ::percent} are verified in time; between {lowest, number, ::percent} and {highest, number, ::percent} in the four quarters before.',
      },
      fi: {
        name: 'Käytännöt tarkistetaan ajallaan',
        formula:
          'Määräajassa tarkistettujen osuus voimassa olevista käytännöistä on enemmän kuin ei mitään eikä pienempi kuin neljän edellisen neljänneksen pienin.',
        sentence:
          '{last, number, ::percent} on tarkistettu ajallaan; neljällä edellisellä neljänneksellä {lowest, number, ::percent}–{highest, number, ::percent}.',
      },
    },
    look: ({ freshness }) => against(freshness, (last, earlier) => last > 0 && last >= Math.min(...earlier)),
    past: ({ freshness }) => freshness,
  },
  {
    id: 'adopted',
    stage,
    leads: false,
    source: lifeCycle,
    words: {
      en: {
        name: 'Units take its practices up',
        formula: 'Two units or more try or have adopted a practice of this community.',
        sentence:
          '{units, plural, =0 {No unit has taken up a practice yet.} one {# unit has taken up a practice.} other {# units have taken up practices.}}',
      },
      fi: {
        name: 'Yksiköt ottavat sen käytäntöjä käyttöön',
        formula: 'Vähintään kaksi yksikköä kokeilee yhteisön käytäntöä tai on ottanut sellaisen käyttöön.',
        sentence:
          '{units, plural, =0 {Mikään yksikkö ei ole vielä ottanut käytäntöä käyttöön.} one {# yksikkö on ottanut käytännön käyttöön.} other {# yksikköä on ottanut käytäntöjä käyttöön.}}',
      },
    },
    look: ({ units }) => seen(units >= 2, { units }),
  },
  {
    id: 'resilient',
    stage,
    leads: false,
    source: 'Truck factor: Avelino et al. (2016), ICPC; more than two, as a community that somebody may leave.',
    kind: 'number',
    words: {
      en: {
        name: 'It does not hang on one or two',
        formula:
          'More than two people could leave before more than half of the topics had nobody, as the indicator says it.',
        sentence: '{last, number} could leave before more than half of the topics had nobody.',
      },
      fi: {
        name: 'Se ei ole yhden tai kahden varassa',
        formula:
          'Useampi kuin kaksi ihmistä voisi lähteä ennen kuin yli puolella aiheista ei olisi ketään, kuten mittari sen sanoo.',
        sentence: '{last, number} voisi lähteä ennen kuin yli puolella aiheista ei olisi ketään.',
      },
    },
    look({ busFactor }) {
      const last = busFactor.findLast(({ value }) => value !== null)?.value
      return last === undefined || last === null ? { state: 'few' } : seen(last > 2, { last })
    },
    past: ({ busFactor }) => busFactor,
  },
]
