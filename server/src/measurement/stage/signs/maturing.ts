import { enough } from '#platform/few.ts'
import { lifeCycle, seen, type Sign } from '../sign.ts'

const stage = 'maturing'

/** A repertoire is more than one thing that worked once. */
const repertoire = 3

export const maturing: readonly Sign[] = [
  {
    id: 'growth',
    stage,
    leads: false,
    source: `${lifeCycle} Five, because a difference of fewer people is not shown.`,
    words: {
      en: {
        name: 'It grows',
        formula: 'Five members more than a year ago, or more.',
        sentence:
          '{yes, select, 1 {There are five members more than a year ago, or more.} other {There are not five members more than a year ago.}}',
      },
      fi: {
        name: 'Se kasvaa',
        formula: 'Vähintään viisi jäsentä enemmän kuin vuosi sitten.',
        sentence:
          '{yes, select, 1 {Jäseniä on vähintään viisi enemmän kuin vuosi sitten.} other {Jäseniä ei ole viittä enempää kuin vuosi sitten.}}',
      },
    },
    look: ({ members, membersBefore }) =>
      membersBefore === null ? { state: 'early' } : seen(enough(members - membersBefore)),
  },
  {
    id: 'path',
    stage,
    leads: false,
    source: lifeCycle,
    words: {
      en: {
        name: 'A path for newcomers',
        formula: 'A member is newcomer host, or an onboarding ladder is in use.',
        sentence:
          '{yes, select, 1 {Newcomers find a host or a ladder.} other {There is neither a newcomer host nor an onboarding ladder in use.}}',
      },
      fi: {
        name: 'Tie uusille',
        formula: 'Joku jäsen on uusien vastaanottaja, tai perehtymisen portaat ovat käytössä.',
        sentence:
          '{yes, select, 1 {Uudet löytävät vastaanottajan tai portaat.} other {Ei ole uusien vastaanottajaa eikä käytössä olevia perehtymisen portaita.}}',
      },
    },
    look: ({ hosts, ladder }) => seen(hosts > 0 || ladder),
  },
  {
    id: 'validated',
    stage,
    leads: true,
    source: lifeCycle,
    words: {
      en: {
        name: 'First validated practices',
        formula: 'At least one current practice is validated.',
        sentence:
          '{validated, plural, =0 {No current practice is validated yet.} one {# current practice is validated.} other {# current practices are validated.}}',
      },
      fi: {
        name: 'Ensimmäiset vahvistetut käytännöt',
        formula: 'Ainakin yksi voimassa oleva käytäntö on vahvistettu.',
        sentence:
          '{validated, plural, =0 {Yhtäkään voimassa olevaa käytäntöä ei ole vielä vahvistettu.} one {# voimassa oleva käytäntö on vahvistettu.} other {# voimassa olevaa käytäntöä on vahvistettu.}}',
      },
    },
    look: ({ validated }) => seen(validated > 0, { validated }),
  },
  {
    id: 'stewarded',
    stage,
    leads: true,
    source: `${lifeCycle} Three practices or more, by our own reading.`,
    words: {
      en: {
        name: 'A repertoire with stewards',
        formula: 'There are three current practices or more, and each has a steward who is here.',
        sentence:
          '{stewarded} of {practices, plural, one {# current practice has} other {# current practices have}} a steward.',
      },
      fi: {
        name: 'Repertuaari, jolla on vaalijat',
        formula: 'Voimassa on vähintään kolme käytäntöä, ja jokaisella on vaalija, joka on täällä.',
        sentence: '{stewarded} voimassa olevalla käytännöllä {practices}:stä on vaalija.',
      },
    },
    look: ({ practices, stewarded }) =>
      seen(practices >= repertoire && stewarded === practices, { practices, stewarded }),
  },
  {
    id: 'sponsored',
    stage,
    leads: true,
    source: lifeCycle,
    words: {
      en: {
        name: 'A sponsor stands behind it',
        formula: 'At least one member is sponsor.',
        sentence: '{sponsors, plural, =0 {It has no sponsor.} one {It has a sponsor.} other {It has # sponsors.}}',
      },
      fi: {
        name: 'Tukija on sen takana',
        formula: 'Vähintään yksi jäsen on tukija.',
        sentence: '{sponsors, plural, =0 {Sillä ei ole tukijaa.} one {Sillä on tukija.} other {Sillä on # tukijaa.}}',
      },
    },
    look: ({ sponsors }) => seen(sponsors > 0, { sponsors }),
  },
]
