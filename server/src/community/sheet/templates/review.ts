import type { Template } from '../template.ts'

export const review: Template = {
  id: 'review',
  name: ['After-action review', 'Jälkikatsaus'],
  what: [
    'Half an hour after something is over: what was meant to happen, what did, why, and what next time.',
    'Puoli tuntia sen jälkeen, kun jokin on ohi: mitä piti tapahtua, mitä tapahtui, miksi, ja mitä ensi kerralla.',
  ],
  by: 'members',
  sections: [
    {
      id: 'what',
      title: ['What it was', 'Mistä oli kyse'],
      fields: [
        { id: 'what', kind: 'text', label: ['What is looked back on', 'Mihin katsotaan taaksepäin'] },
        { id: 'on', kind: 'date', label: ['When it was', 'Milloin se oli'] },
        { id: 'who', kind: 'people', label: ['Who looks back together', 'Ketkä katsovat yhdessä'] },
      ],
    },
    {
      id: 'four',
      title: ['Four questions', 'Neljä kysymystä'],
      how: [
        'In this order, and about what happened, not about who.',
        'Tässä järjestyksessä, ja siitä mitä tapahtui, ei siitä kuka.',
      ],
      fields: [
        { id: 'meant', kind: 'long', label: ['What was meant to happen?', 'Mitä piti tapahtua?'] },
        { id: 'happened', kind: 'long', label: ['What happened?', 'Mitä tapahtui?'] },
        { id: 'why', kind: 'long', label: ['Why was it different?', 'Miksi kävi toisin?'] },
        {
          id: 'next',
          kind: 'long',
          label: ['What shall be kept, and what done differently?', 'Mikä säilytetään, ja mikä tehdään toisin?'],
        },
      ],
    },
    {
      id: 'on',
      title: ['So that it goes on', 'Jotta se jatkuu'],
      fields: [
        {
          id: 'goesOn',
          kind: 'checks',
          label: ['Done', 'Tehty'],
          options: [
            {
              id: 'practice',
              label: ['What worked is on its way to a practice', 'Toimiva on matkalla käytännöksi'],
              act: 'practices',
            },
            { id: 'ask', label: ['What nobody knows was asked', 'Se, mitä kukaan ei tiedä, kysyttiin'], act: 'ask' },
            {
              id: 'escalate',
              label: [
                'What only managers can change was escalated',
                'Se, minkä vain johto voi muuttaa, vietiin eteenpäin',
              ],
              act: 'escalations',
            },
          ],
        },
      ],
    },
  ],
}
