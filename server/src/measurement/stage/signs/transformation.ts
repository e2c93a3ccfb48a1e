import { enough } from '#platform/few.ts'
import { against, shownActivity } from '../past.ts'
import { lifeCycle, seen, type Sign } from '../sign.ts'

const stage = 'transformation'
/** As long as a topic must be quiet to be called fading. */
const quietDays = 90

export const transformation: readonly Sign[] = [
  {
    id: 'quieter',
    stage,
    leads: true,
    source: lifeCycle,
    kind: 'number',
    words: {
      en: {
        name: 'It grows quieter',
        formula:
          'Fewer inquiries and replies in the last whole quarter than in each of the four before. Shown with five people behind each.',
        sentence:
          'About {last, number} inquiries and replies in the last whole quarter; between {lowest, number} and {highest, number} in the four before.',
      },
      fi: {
        name: 'Se hiljenee',
        formula:
          'Viimeisellä kokonaisella neljänneksellä vähemmän kysymyksiä ja vastauksia kuin kullakin neljästä edellisestä. Näytetään, kun kunkin takana on viisi ihmistä.',
        sentence:
          'Noin {last, number} kysymystä ja vastausta viimeisellä kokonaisella neljänneksellä; neljällä edellisellä {lowest, number}–{highest, number}.',
      },
    },
    look: ({ activity }) => against(shownActivity(activity), (last, earlier) => last < Math.min(...earlier)),
    past: ({ activity }) => shownActivity(activity),
  },
  {
    id: 'unasked',
    stage,
    leads: true,
    source: `${lifeCycle} Ninety days, as for a topic that fades.`,
    words: {
      en: {
        name: 'Nobody asks any more',
        formula: 'No inquiry within ninety days, where there were some before.',
        sentence:
          '{days, plural, =0 {Somebody asked today.} one {Somebody asked # day ago.} other {The last inquiry is # days old.}}',
      },
      fi: {
        name: 'Kukaan ei enää kysy',
        formula: 'Ei yhtään kysymystä yhdeksäänkymmeneen päivään, vaikka niitä oli aiemmin.',
        sentence:
          '{days, plural, =0 {Joku kysyi tänään.} one {Joku kysyi # päivä sitten.} other {Viimeinen kysymys on # päivää vanha.}}',
      },
    },
    look: ({ lastAsked }) =>
      lastAsked === null ? { state: 'early' } : seen(lastAsked >= quietDays, { days: lastAsked }),
  },
  {
    id: 'aging',
    stage,
    leads: true,
    source: lifeCycle,
    kind: 'share',
    words: {
      en: {
        name: 'Its practices grow old',
        formula:
          'A smaller share of current practices is verified within their interval than in each of its own four quarters before.',
        sentence:
          '{last, number, ::percent} are verified in time; between {lowest, number, ::percent} and {highest, number, ::percent} in the four quarters before.',
      },
      fi: {
        name: 'Sen käytännöt vanhenevat',
        formula:
          'Määräajassa tarkistettujen osuus voimassa olevista käytännöistä on pienempi kuin kullakin neljästä edellisestä neljänneksestä.',
        sentence:
          '{last, number, ::percent} on tarkistettu ajallaan; neljällä edellisellä neljänneksellä {lowest, number, ::percent}–{highest, number, ::percent}.',
      },
    },
    look: ({ freshness }) => against(freshness, (last, earlier) => last < Math.min(...earlier)),
    past: ({ freshness }) => freshness,
  },
  {
    id: 'leaving',
    stage,
    leads: true,
    source: `${lifeCycle} Five, because a difference of fewer people is not shown.`,
    words: {
      en: {
        name: 'It shrinks',
        formula: 'Five members fewer than a year ago, or still fewer.',
        sentence:
          '{yes, select, 1 {There are at least five members fewer than a year ago.} other {There are not five members fewer than a year ago.}}',
      },
      fi: {
        name: 'Se pienenee',
        formula: 'Vähintään viisi jäsentä vähemmän kuin vuosi sitten.',
        sentence:
          '{yes, select, 1 {Jäseniä on vähintään viisi vähemmän kuin vuosi sitten.} other {Jäseniä ei ole viittä vähempää kuin vuosi sitten.}}',
      },
    },
    look: ({ members, membersBefore }) =>
      membersBefore === null ? { state: 'early' } : seen(enough(membersBefore - members)),
  },
]
