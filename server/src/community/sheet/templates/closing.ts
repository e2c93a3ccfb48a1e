import type { Template } from '../template.ts'

export const closing: Template = {
  id: 'closing',
  name: ['Closing checklist', 'Päättämisen tarkistuslista'],
  what: [
    'An honourable end: everybody hears of it, everything finds a new home, and what was reached is told.',
    'Kunniallinen loppu: kaikki kuulevat siitä, kaikelle löytyy uusi koti, ja saavutettu kerrotaan.',
  ],
  by: 'roles',
  sections: [
    {
      id: 'why',
      title: ['Why', 'Miksi'],
      fields: [
        {
          id: 'why',
          kind: 'choice',
          label: ['It ends because', 'Se päättyy, koska'],
          options: [
            { id: 'reached', label: ['what it was for is reached', 'se, mitä varten se oli, on saavutettu'] },
            { id: 'elsewhere', label: ['another community does it now', 'toinen yhteisö tekee sitä nyt'] },
            { id: 'moved', label: ['the concern has moved on', 'asia on muuttunut toiseksi'] },
            { id: 'tired', label: ['nobody has the strength any more', 'kenelläkään ei ole enää voimia'] },
          ],
        },
        {
          id: 'reached',
          kind: 'long',
          label: ['What was reached, and who was helped?', 'Mitä saavutettiin, ja ketä se auttoi?'],
        },
        {
          id: 'learned',
          kind: 'long',
          label: [
            'What should others know who begin something alike?',
            'Mitä muiden pitäisi tietää, jotka aloittavat vastaavaa?',
          ],
        },
      ],
    },
    {
      id: 'steps',
      title: ['Before the end', 'Ennen loppua'],
      fields: [
        {
          id: 'steps',
          kind: 'checks',
          label: ['Done', 'Tehty'],
          options: [
            {
              id: 'asked',
              label: ['Members were asked whether somebody takes it up', 'Jäseniltä kysyttiin, jatkaako joku'],
              act: 'ask',
            },
            { id: 'sponsor', label: ['The sponsor heard of it from us', 'Tukija kuuli siitä meiltä'], act: 'people' },
            {
              id: 'inquiries',
              label: ['Open inquiries are answered or moved', 'Avoimet kysymykset on ratkaistu tai siirretty'],
              act: 'care',
            },
            {
              id: 'escalations',
              label: [
                'Matters with managers are ended or handed on',
                'Johdolla olevat asiat on päätetty tai siirretty',
              ],
              act: 'escalations',
            },
            {
              id: 'practices',
              label: [
                'Each practice goes to a new steward or is retired',
                'Jokainen käytäntö saa uuden vaalijan tai poistuu käytöstä',
              ],
              act: 'close',
            },
            {
              id: 'aims',
              label: ['Aims that it served are told', 'Tavoitteet, joita se palveli, on kerrottu'],
              act: 'imperatives',
            },
            { id: 'thanks', label: ['Thanks are said', 'Kiitokset on sanottu'] },
            {
              id: 'close',
              label: ['The community is closed with honour', 'Yhteisö on päätetty kunnialla'],
              act: 'close',
            },
          ],
        },
        { id: 'on', kind: 'date', due: true, label: ['The last day', 'Viimeinen päivä'] },
        { id: 'ask', kind: 'people', label: ['Whom to ask afterwards', 'Keneltä voi kysyä jälkeenpäin'] },
      ],
    },
  ],
}
