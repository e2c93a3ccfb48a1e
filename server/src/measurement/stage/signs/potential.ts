import { enough } from '#platform/few.ts'
import { lifeCycle, seen, type Sign } from '../sign.ts'

const stage = 'potential'

export const potential: readonly Sign[] = [
  {
    id: 'shared',
    stage,
    leads: false,
    source: lifeCycle,
    words: {
      en: {
        name: 'The same concern in several units',
        formula: 'Those who asked here within a year work in two units or more; said from five of them on.',
        sentence:
          '{yes, select, 1 {Those who asked within a year work in several units.} other {Those who asked within a year work in one unit.}}',
      },
      fi: {
        name: 'Sama asia useassa yksikössä',
        formula:
          'Vuoden aikana täällä kysyneet työskentelevät vähintään kahdessa yksikössä; sanotaan viidestä kysyjästä alkaen.',
        sentence:
          '{yes, select, 1 {Vuoden aikana kysyneet työskentelevät useassa yksikössä.} other {Vuoden aikana kysyneet työskentelevät yhdessä yksikössä.}}',
      },
    },
    look: ({ askers, askerUnits }) => (enough(askers) ? seen(askerUnits > 1) : { state: 'few' }),
  },
  {
    id: 'willing',
    stage,
    leads: true,
    source: `${lifeCycle} Three to five willing people: the kit for communities of the Centers for Disease Control.`,
    words: {
      en: {
        name: 'People who want to',
        formula: 'Three members or more.',
        sentence: '{members, plural, one {# person has joined.} other {# people have joined.}}',
      },
      fi: {
        name: 'Ihmisiä, jotka haluavat',
        formula: 'Vähintään kolme jäsentä.',
        sentence: '{members, plural, one {# ihminen on liittynyt.} other {# ihmistä on liittynyt.}}',
      },
    },
    look: ({ members }) => seen(members >= 3, { members }),
  },
  {
    id: 'led',
    stage,
    leads: true,
    source: lifeCycle,
    words: {
      en: {
        name: 'Somebody who takes the lead',
        formula: 'At least one member facilitates.',
        sentence:
          '{facilitators, plural, =0 {Nobody facilitates yet.} one {One person facilitates.} other {# people facilitate.}}',
      },
      fi: {
        name: 'Joku, joka ottaa vetovastuun',
        formula: 'Vähintään yksi jäsen on fasilitaattori.',
        sentence:
          '{facilitators, plural, =0 {Kukaan ei vielä fasilitoi.} one {Yksi ihminen fasilitoi.} other {# ihmistä fasilitoi.}}',
      },
    },
    look: ({ facilitators }) => seen(facilitators > 0, { facilitators }),
  },
  {
    id: 'drafted',
    stage,
    leads: true,
    source: lifeCycle,
    words: {
      en: {
        name: 'A charter is begun',
        formula: 'The charter says what the community is for.',
        sentence: '{yes, select, 1 {The charter says a purpose.} other {The charter says no purpose yet.}}',
      },
      fi: {
        name: 'Peruskirja on alulla',
        formula: 'Peruskirja sanoo, mitä varten yhteisö on.',
        sentence: '{yes, select, 1 {Peruskirja sanoo tarkoituksen.} other {Peruskirja ei vielä sano tarkoitusta.}}',
      },
    },
    look: ({ purpose }) => seen(purpose),
  },
]
