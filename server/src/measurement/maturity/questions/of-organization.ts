import { against } from '../../stage/past.ts'
import type { PointOf } from '../../stage/sign.ts'
import { most, type Question } from '../question.ts'

/** Counts of communities, practices and acts; private communities are left out. */
export interface OrganizationFacts {
  living: number
  emergent: number
  initiated: number
  ended: number
  facilitated: number
  facilitatedByTwo: number
  /** Communities that are supported or structured, and those of them with a sponsor. */
  backed: number
  sponsored: number
  withPractice: number
  withValidated: number
  units: number
  proposals: number
  proposalsAnswered: number
  variants: number
  aims: number
  serving: number
  /** Escalations whose day has come, and those decided by then. */
  due: number
  decidedInTime: number
  staged: number
  reviews: number
  /** Assessments done within two years. */
  assessments: number
  freshness: PointOf[]
}

export const ofOrganization: readonly Question<OrganizationFacts>[] = [
  {
    id: 'emergence',
    name: ['How communities come and go', 'Miten yhteisöt syntyvät ja päättyvät'],
    ask: ['Where do communities come from, and what becomes of them?', 'Mistä yhteisöt tulevat, ja mitä niistä tulee?'],
    levels: [
      ['They come up where somebody happens to care.', 'Niitä syntyy siellä, missä joku sattuu välittämään.'],
      [
        'We found some on purpose, and know which there are.',
        'Perustamme joitakin tarkoituksella ja tiedämme, mitä niitä on.',
      ],
      [
        'Those that come up by themselves find help as easily as those we found.',
        'Itsestään syntyneet saavat apua yhtä helposti kuin perustetut.',
      ],
      [
        'They come, change and end with honour, and the line neither hurries nor holds them.',
        'Ne syntyvät, muuttuvat ja päättyvät kunnialla, eikä linja hoputa eikä pidättele niitä.',
      ],
    ],
    facts: [
      {
        id: 'some',
        says: ['Three communities or more are alive.', 'Vähintään kolme yhteisöä on elossa.'],
        act: 'communities',
        holds: ({ living }) => living >= 3,
      },
      {
        id: 'both',
        says: [
          'Some came up by themselves and some were founded on purpose.',
          'Osa on syntynyt itsestään ja osa perustettu tarkoituksella.',
        ],
        act: 'communities',
        holds: ({ emergent, initiated }) => emergent > 0 && initiated > 0,
      },
      {
        id: 'ended',
        says: ['At least one was closed with honour.', 'Ainakin yksi on päätetty kunnialla.'],
        act: 'communities',
        holds: ({ ended }) => ended > 0,
      },
    ],
  },
  {
    id: 'carrying',
    name: ['Time and support', 'Aika ja tuki'],
    ask: ['Who carries communities, and on whose time?', 'Kuka kantaa yhteisöjä, ja kenen ajalla?'],
    levels: [
      ['Whoever wants to, in the evening.', 'Kuka haluaa, iltaisin.'],
      ['Facilitators are known and learn from each other.', 'Fasilitaattorit tunnetaan, ja he oppivat toisiltaan.'],
      ['Hours are agreed, and two share each community.', 'Tunneista on sovittu, ja kaksi jakaa kunkin yhteisön.'],
      [
        'Sponsors give time and ask what came of it, without taking over.',
        'Tukijat antavat aikaa ja kysyvät, mitä siitä seurasi, ottamatta ohjia.',
      ],
    ],
    facts: [
      {
        id: 'facilitated',
        says: ['Every living community has a facilitator.', 'Jokaisella elävällä yhteisöllä on fasilitaattori.'],
        act: 'communities',
        holds: ({ living, facilitated }) => living > 0 && facilitated === living,
      },
      {
        id: 'two',
        says: ['More than half of them have two.', 'Yli puolella niistä on kaksi.'],
        act: 'communities',
        holds: ({ living, facilitatedByTwo }) => most(facilitatedByTwo, living),
      },
      {
        id: 'sponsored',
        says: [
          'More than half of those that are supported or structured have a sponsor.',
          'Yli puolella tuetuista tai järjestetyistä on tukija.',
        ],
        act: 'communities',
        holds: ({ backed, sponsored }) => most(sponsored, backed),
      },
    ],
  },
  {
    id: 'repertoire',
    name: ['What is kept', 'Mitä säilytetään'],
    ask: ['What becomes of what somebody found out?', 'Mitä tapahtuu sille, mitä joku sai selville?'],
    levels: [
      ['It stays where it was found.', 'Se jää sinne, missä se löydettiin.'],
      ['Some of it is written down where others find it.', 'Osa kirjoitetaan paikkaan, josta muut löytävät sen.'],
      [
        'What worked is validated, and where it does not work is said as well.',
        'Toimiva vahvistetaan, ja kerrotaan myös, missä se ei toimi.',
      ],
      [
        'It is kept trustworthy over years, and handed on when people go.',
        'Se pidetään luotettavana vuosien ajan ja luovutetaan eteenpäin, kun ihmiset lähtevät.',
      ],
    ],
    facts: [
      {
        id: 'written',
        says: [
          'More than half of the communities have a current practice.',
          'Yli puolella yhteisöistä on voimassa oleva käytäntö.',
        ],
        act: 'practices',
        holds: ({ living, withPractice }) => most(withPractice, living),
      },
      {
        id: 'validated',
        says: [
          'More than half of the communities have a validated one.',
          'Yli puolella yhteisöistä on vahvistettu käytäntö.',
        ],
        act: 'practices',
        holds: ({ living, withValidated }) => most(withValidated, living),
      },
      {
        id: 'fresh',
        says: [
          'The share of practices verified in time is not below the lowest of the four quarters before.',
          'Ajallaan tarkistettujen käytäntöjen osuus ei ole pienempi kuin neljän edellisen neljänneksen pienin.',
        ],
        act: 'practices',
        holds({ freshness }) {
          const { state } = against(freshness, (last, earlier) => last >= Math.min(...earlier))
          return state === 'seen' ? true : state === 'unseen' ? false : null
        },
      },
    ],
  },
  {
    id: 'adoption',
    name: ['What units make of it', 'Mitä yksiköt siitä tekevät'],
    ask: ['How does a practice get from a community into daily work?', 'Miten käytäntö pääsee yhteisöstä arkityöhön?'],
    levels: [
      ['Somebody tells somebody.', 'Joku kertoo jollekulle.'],
      ['Units take practices up, now here, now there.', 'Yksiköt ottavat käytäntöjä käyttöön, milloin missäkin.'],
      ['What is proposed to a unit gets a decision with a reason.', 'Yksikölle ehdotettu saa perustellun päätöksen.'],
      [
        'Units adapt, decline or adopt, and communities learn from each of the three.',
        'Yksiköt muokkaavat, hylkäävät tai ottavat käyttöön, ja yhteisöt oppivat kaikista kolmesta.',
      ],
    ],
    facts: [
      {
        id: 'adopted',
        says: [
          'Two units or more try or have adopted a practice.',
          'Vähintään kaksi yksikköä kokeilee käytäntöä tai on ottanut sellaisen käyttöön.',
        ],
        act: 'matrix',
        holds: ({ units }) => units > 1,
      },
      {
        id: 'answered',
        says: [
          'More than half of what was proposed to units has a decision.',
          'Yli puolet yksiköille ehdotetusta on päätetty.',
        ],
        act: 'matrix',
        holds: ({ proposals, proposalsAnswered }) => most(proposalsAnswered, proposals),
      },
      {
        id: 'adapted',
        says: [
          'At least one practice was adapted for another context.',
          'Ainakin yksi käytäntö on muokattu toiseen ympäristöön.',
        ],
        act: 'practices',
        holds: ({ variants }) => variants > 0,
      },
    ],
  },
  {
    id: 'spine',
    name: ['Between communities and the line', 'Yhteisöjen ja linjan välillä'],
    ask: [
      'How do communities and the accountability spine answer one another?',
      'Miten yhteisöt ja vastuulinja vastaavat toisilleen?',
    ],
    levels: [
      ['They hardly meet.', 'Ne tuskin kohtaavat.'],
      ['Aims are known to communities.', 'Yhteisöt tuntevat tavoitteet.'],
      [
        'Communities say which aims they serve; managers know whom to ask.',
        'Yhteisöt kertovat, mitä tavoitteita ne palvelevat; esihenkilöt tietävät, keneltä kysyä.',
      ],
      [
        'What communities bring up is decided in time, and strategy listens to it.',
        'Yhteisöjen esiin tuoma päätetään ajallaan, ja strategia kuuntelee sitä.',
      ],
    ],
    facts: [
      {
        id: 'aims',
        says: [
          'At least one aim of the organization is written down and holds.',
          'Ainakin yksi organisaation tavoite on kirjattu ja voimassa.',
        ],
        act: 'imperatives',
        holds: ({ aims }) => aims > 0,
      },
      {
        id: 'serving',
        says: [
          'More than half of the communities say which aim they serve.',
          'Yli puolet yhteisöistä kertoo, mitä tavoitetta ne palvelevat.',
        ],
        act: 'imperatives',
        holds: ({ living, serving }) => most(serving, living),
      },
      {
        id: 'inTime',
        says: [
          'More than half of the escalations whose day has come were decided by then.',
          'Yli puolet eteenpäin viedyistä asioista, joiden päivä on tullut, päätettiin siihen mennessä.',
        ],
        act: 'escalations',
        holds: ({ due, decidedInTime }) => most(decidedInTime, due),
      },
    ],
  },
  {
    id: 'learning',
    name: ['Learning about ourselves', 'Oppiminen itsestämme'],
    ask: ['How do we learn how well this works?', 'Miten opimme, kuinka hyvin tämä toimii?'],
    levels: [
      ['From what one hears.', 'Kuulopuheista.'],
      ['Communities say where they stand.', 'Yhteisöt kertovat, missä ne ovat.'],
      ['We look back on what happened and write it down.', 'Katsomme taaksepäin ja kirjaamme sen muistiin.'],
      [
        'We ask ourselves again, and what we find changes what we do.',
        'Kysymme itseltämme uudelleen, ja löydökset muuttavat toimintaamme.',
      ],
    ],
    facts: [
      {
        id: 'staged',
        says: [
          'The people of more than half of the communities decided their stage.',
          'Yli puolessa yhteisöistä sen ihmiset ovat päättäneet vaiheen.',
        ],
        act: 'communities',
        holds: ({ living, staged }) => most(staged, living),
      },
      {
        id: 'reviewed',
        says: ['At least one after-action review is done.', 'Ainakin yksi jälkikatsaus on valmis.'],
        act: 'communities',
        holds: ({ reviews }) => reviews > 0,
      },
      {
        id: 'again',
        says: [
          'The organization was assessed twice within two years.',
          'Organisaatio on arvioitu kahdesti kahden vuoden sisällä.',
        ],
        act: 'maturity',
        holds: ({ assessments }) => assessments > 1,
      },
    ],
  },
]
