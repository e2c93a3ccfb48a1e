import { against } from '../../stage/past.ts'
import type { PointOf, StageFacts } from '../../stage/sign.ts'
import { enough } from '#platform/few.ts'
import type { Question } from '../question.ts'

/** What is looked at beside the facts of its stage. */
export interface CommunityFacts extends StageFacts {
  boundary: boolean
  /** Versions of the charter, and whether its day to be looked at again is still to come. */
  charterVersions: number
  reviewAhead: boolean
  aims: number
  escalationsDecided: number
  answeredRate: PointOf[]
}

const notBelowItsPast = (points: readonly PointOf[]) => {
  const look = against(points, (last, earlier) => last >= Math.min(...earlier))
  return look.state === 'early' || look.state === 'few' ? null : look.state === 'seen'
}

export const ofCommunity: readonly Question<CommunityFacts>[] = [
  {
    id: 'domain',
    name: ['What it is about', 'Mistä on kyse'],
    ask: [
      'How clear and how alive is what you care for together?',
      'Kuinka selvää ja elävää on se, mistä yhdessä välitätte?',
    ],
    levels: [
      ['Each of us would say it differently.', 'Jokainen meistä sanoisi sen eri tavalla.'],
      [
        'We have written it down, with what is not ours.',
        'Olemme kirjoittaneet sen muistiin, myös sen, mikä ei kuulu meille.',
      ],
      [
        'We look at it regularly, and it has changed with our work.',
        'Katsomme sitä säännöllisesti, ja se on muuttunut työmme mukana.',
      ],
      [
        'It is ours, and the organization counts on it for its aims.',
        'Se on meidän, ja organisaatio nojaa siihen tavoitteissaan.',
      ],
    ],
    facts: [
      {
        id: 'bounded',
        says: [
          'The charter says the purpose and what the community is not about.',
          'Peruskirja sanoo tarkoituksen ja sen, mistä yhteisössä ei ole kyse.',
        ],
        act: 'charter',
        holds: ({ purpose, boundary }) => purpose && boundary,
      },
      {
        id: 'renewed',
        says: [
          'The charter was written anew at least once, and the day to look at it again is still to come.',
          'Peruskirja on kirjoitettu ainakin kerran uudelleen, ja seuraava katselupäivä on vielä edessä.',
        ],
        act: 'charter',
        holds: ({ charterVersions, reviewAhead }) => charterVersions > 1 && reviewAhead,
      },
      {
        id: 'aimed',
        says: [
          'It says which aim of the organization it serves.',
          'Se kertoo, mitä organisaation tavoitetta se palvelee.',
        ],
        act: 'imperatives',
        holds: ({ aims }) => aims > 0,
      },
    ],
  },
  {
    id: 'people',
    name: ['People and roles', 'Ihmiset ja roolit'],
    ask: ['On how many shoulders does it rest?', 'Kuinka monen harteilla se on?'],
    levels: [
      ['On one, and without them it would end.', 'Yhden, ja ilman häntä se loppuisi.'],
      ['A few carry it, and they know who does what.', 'Muutama kantaa sitä ja tietää, kuka tekee mitä.'],
      ['Roles go round, and newcomers find their way in.', 'Roolit kiertävät, ja uudet löytävät paikkansa.'],
      [
        'Anybody could leave, and their managers count the hours as work.',
        'Kuka tahansa voisi lähteä, ja esihenkilöt laskevat tunnit työksi.',
      ],
    ],
    facts: [
      {
        id: 'two',
        says: ['Two members or more facilitate.', 'Vähintään kaksi jäsentä fasilitoi.'],
        act: 'people',
        holds: ({ facilitators }) => facilitators > 1,
      },
      {
        id: 'path',
        says: [
          'Newcomers find a host, or an onboarding ladder in use.',
          'Uudet löytävät vastaanottajan tai käytössä olevat perehtymisen portaat.',
        ],
        act: 'sheets',
        holds: ({ hosts, ladder }) => hosts > 0 || ladder,
      },
      {
        id: 'spread',
        says: [
          'More than two could leave before half of the topics had nobody.',
          'Useampi kuin kaksi voisi lähteä ennen kuin puolella aiheista ei olisi ketään.',
        ],
        act: 'care',
        holds({ busFactor }) {
          const last = busFactor.findLast(({ value }) => value !== null)?.value ?? null
          return last === null ? null : last > 2
        },
      },
    ],
  },
  {
    id: 'help',
    name: ['Help for each other', 'Apu toisille'],
    ask: ['What happens when somebody asks?', 'Mitä tapahtuu, kun joku kysyy?'],
    levels: [
      ['Sometimes an answer comes.', 'Joskus tulee vastaus.'],
      ['Answers come, and we mark what helped.', 'Vastauksia tulee, ja merkitsemme, mikä auttoi.'],
      ['Many answer, also those who do not know each other.', 'Moni vastaa, myös ne, jotka eivät tunne toisiaan.'],
      [
        'People from other units count on it, and it goes on at the same pace.',
        'Muidenkin yksiköiden ihmiset luottavat siihen, ja se jatkuu samaan tahtiin.',
      ],
    ],
    facts: [
      {
        id: 'helped',
        says: [
          'At least one inquiry is marked with what helped.',
          'Ainakin yhteen kysymykseen on merkitty, mikä auttoi.',
        ],
        act: 'inquiries',
        holds: ({ helped }) => helped > 0,
      },
      {
        id: 'peers',
        says: [
          'Five people or more answered in the last whole quarter.',
          'Viimeisellä kokonaisella neljänneksellä vastasi vähintään viisi ihmistä.',
        ],
        act: 'care',
        holds: ({ answerers }) => enough(answerers),
      },
      {
        id: 'kept',
        says: [
          'Those who asked work in several units, and the answered rate is not below the lowest of its own four quarters before.',
          'Kysyneet työskentelevät useassa yksikössä, ja vastausaste ei ole pienempi kuin neljän edellisen neljänneksen pienin.',
        ],
        act: 'care',
        holds({ askers, askerUnits, answeredRate }) {
          const rate = notBelowItsPast(answeredRate)
          return !enough(askers) || rate === null ? null : askerUnits > 1 && rate
        },
      },
    ],
  },
  {
    id: 'practice',
    name: ['What it keeps', 'Mitä se säilyttää'],
    ask: [
      'How far can others rely on what you have written down?',
      'Kuinka pitkälle muut voivat luottaa siihen, mitä olette kirjoittaneet?',
    ],
    levels: [
      ['It is in our heads and our mailboxes.', 'Se on päissämme ja postilaatikoissamme.'],
      ['The most important things stand in practices.', 'Tärkeimmät asiat ovat käytäntöinä.'],
      [
        'Each has a steward, and evidence says where it works.',
        'Jokaisella on vaalija, ja näyttö kertoo, missä se toimii.',
      ],
      [
        'They are verified in time, and what no longer holds is retired.',
        'Ne tarkistetaan ajallaan, ja vanhentunut poistuu käytöstä.',
      ],
    ],
    facts: [
      {
        id: 'current',
        says: ['At least one practice is current.', 'Ainakin yksi käytäntö on voimassa.'],
        act: 'practices',
        holds: ({ practices }) => practices > 0,
      },
      {
        id: 'validated',
        says: [
          'Three practices or more are current, each has a steward, and at least one is validated.',
          'Vähintään kolme käytäntöä on voimassa, jokaisella on vaalija, ja ainakin yksi on vahvistettu.',
        ],
        act: 'practices',
        holds: ({ practices, stewarded, validated }) => practices >= 3 && stewarded === practices && validated > 0,
      },
      {
        id: 'fresh',
        says: [
          'The share of practices verified in time is not below the lowest of the four quarters before.',
          'Ajallaan tarkistettujen käytäntöjen osuus ei ole pienempi kuin neljän edellisen neljänneksen pienin.',
        ],
        act: 'care',
        holds: ({ freshness }) => notBelowItsPast(freshness),
      },
    ],
  },
  {
    id: 'spine',
    name: ['With units and management', 'Yksiköiden ja johdon kanssa'],
    ask: ['How do you and the line work together?', 'Miten te ja linjaorganisaatio toimitte yhdessä?'],
    levels: [
      ['Managers hardly know of us.', 'Esihenkilöt tuskin tietävät meistä.'],
      ['Somebody up there stands behind us.', 'Joku ylempänä tukee meitä.'],
      ['Units decide on our practices and say why.', 'Yksiköt päättävät käytännöistämme ja kertovat syyt.'],
      [
        'What we cannot solve is decided in time, and we leave to the line what is its own.',
        'Se, mitä emme voi ratkaista, päätetään ajallaan, ja jätämme linjalle sen, mikä sille kuuluu.',
      ],
    ],
    facts: [
      {
        id: 'sponsored',
        says: ['It has a sponsor.', 'Sillä on tukija.'],
        act: 'people',
        holds: ({ sponsors }) => sponsors > 0,
      },
      {
        id: 'adopted',
        says: [
          'Two units or more try or have adopted one of its practices.',
          'Vähintään kaksi yksikköä kokeilee sen käytäntöä tai on ottanut sellaisen käyttöön.',
        ],
        act: 'matrix',
        holds: ({ units }) => units > 1,
      },
      {
        id: 'decided',
        says: ['At least one escalation of it was decided.', 'Ainakin yksi sen eteenpäin viemä asia on päätetty.'],
        act: 'escalations',
        holds: ({ escalationsDecided }) => escalationsDecided > 0,
      },
    ],
  },
]
