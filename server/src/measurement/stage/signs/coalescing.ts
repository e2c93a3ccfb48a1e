import { enough } from '#platform/few.ts'
import { lifeCycle, seen, type Sign } from '../sign.ts'

const stage = 'coalescing'

export const coalescing: readonly Sign[] = [
  {
    id: 'rhythm',
    stage,
    leads: false,
    source: lifeCycle,
    words: {
      en: {
        name: 'A rhythm',
        formula: 'The charter says in which rhythm people meet or write.',
        sentence: '{yes, select, 1 {The charter says a rhythm.} other {The charter says no rhythm yet.}}',
      },
      fi: {
        name: 'Rytmi',
        formula: 'Peruskirja sanoo, missä rytmissä tavataan tai kirjoitetaan.',
        sentence: '{yes, select, 1 {Peruskirja sanoo rytmin.} other {Peruskirja ei vielä sano rytmiä.}}',
      },
    },
    look: ({ rhythm }) => seen(rhythm),
  },
  {
    id: 'peers',
    stage,
    leads: true,
    source: `${lifeCycle} Five, because a figure about fewer people is not shown.`,
    kind: 'share',
    words: {
      en: {
        name: 'Many answer, not one',
        formula:
          'Five people or more answered in the last whole quarter. The line: which share of the answers came from five people.',
        sentence:
          '{yes, select, 1 {Five people or more answered in the last whole quarter.} other {Fewer than five people answered in the last whole quarter.}}',
      },
      fi: {
        name: 'Moni vastaa, ei yksi',
        formula:
          'Viimeisellä kokonaisella neljänneksellä vastasi vähintään viisi ihmistä. Viiva: kuinka suuri osa vastauksista tuli viideltä ihmiseltä.',
        sentence:
          '{yes, select, 1 {Viimeisellä kokonaisella neljänneksellä vastasi vähintään viisi ihmistä.} other {Viimeisellä kokonaisella neljänneksellä vastasi alle viisi ihmistä.}}',
      },
    },
    look: ({ answerers }) => seen(enough(answerers)),
    past: ({ expertLoad }) => expertLoad,
  },
  {
    id: 'core',
    stage,
    leads: true,
    source: `${lifeCycle} The literature asks for three; five, because a figure about fewer people is not shown.`,
    words: {
      en: {
        name: 'A core that keeps at it',
        formula: 'Five members or more did something in at least six of the last thirteen weeks.',
        sentence:
          '{yes, select, 1 {Five members or more took part in most weeks lately.} other {Fewer than five members took part in most weeks lately.}}',
      },
      fi: {
        name: 'Ydin, joka pysyy mukana',
        formula: 'Vähintään viisi jäsentä teki jotakin vähintään kuudella viimeisistä kolmestatoista viikosta.',
        sentence:
          '{yes, select, 1 {Vähintään viisi jäsentä oli viime aikoina mukana useimmilla viikoilla.} other {Alle viisi jäsentä oli viime aikoina mukana useimmilla viikoilla.}}',
      },
    },
    look: ({ core }) => seen(enough(core)),
  },
  {
    id: 'helped',
    stage,
    leads: true,
    source: lifeCycle,
    words: {
      en: {
        name: 'First things that helped',
        formula: 'At least one inquiry is marked with what helped.',
        sentence:
          '{helped, plural, =0 {No inquiry is marked with what helped yet.} one {# inquiry is marked with what helped.} other {# inquiries are marked with what helped.}}',
      },
      fi: {
        name: 'Ensimmäiset avut',
        formula: 'Ainakin yhteen kysymykseen on merkitty, mikä auttoi.',
        sentence:
          '{helped, plural, =0 {Yhteenkään kysymykseen ei ole vielä merkitty, mikä auttoi.} one {# kysymykseen on merkitty, mikä auttoi.} other {# kysymykseen on merkitty, mikä auttoi.}}',
      },
    },
    look: ({ helped }) => seen(helped > 0, { helped }),
  },
]
