import type { Template } from '../template.ts'

export const sponsorship: Template = {
  id: 'sponsorship',
  name: ['Case for sponsorship', 'Perustelut tukijalle'],
  what: [
    'One page for whoever gives time and money: the need, the worth, what is asked, and how one will see it.',
    'Yksi sivu sille, joka antaa aikaa ja rahaa: tarve, hyöty, mitä pyydetään ja mistä tuloksen näkee.',
  ],
  by: 'roles',
  sections: [
    {
      id: 'need',
      title: ['The need', 'Tarve'],
      fields: [
        {
          id: 'need',
          kind: 'long',
          label: [
            'What does not go well enough today, and where does it show?',
            'Mikä ei tänään suju riittävän hyvin, ja missä se näkyy?',
          ],
          begin: ({ purpose }) => purpose,
        },
        {
          id: 'aim',
          kind: 'text',
          label: ['Which aim of the organization does it serve?', 'Mitä organisaation tavoitetta se palvelee?'],
        },
      ],
    },
    {
      id: 'worth',
      title: ['The worth', 'Hyöty'],
      fields: [
        {
          id: 'members',
          kind: 'long',
          label: ['What do members get out of it?', 'Mitä jäsenet siitä saavat?'],
        },
        {
          id: 'units',
          kind: 'long',
          label: ['What do units get out of it?', 'Mitä yksiköt siitä saavat?'],
          how: [
            'Name practices that units adopted, with what came of them.',
            'Mainitse käytännöt, joita yksiköt ottivat käyttöön, ja mitä niistä seurasi.',
          ],
        },
        {
          id: 'without',
          kind: 'long',
          label: ['What would go on as before without it?', 'Mikä jatkuisi ennallaan ilman sitä?'],
        },
      ],
    },
    {
      id: 'ask',
      title: ['What is asked', 'Mitä pyydetään'],
      fields: [
        {
          id: 'hours',
          kind: 'text',
          label: ['Hours a month for those who carry it', 'Tunteja kuukaudessa niille, jotka kantavat sitä'],
        },
        { id: 'money', kind: 'text', label: ['Money, and for what', 'Rahaa, ja mihin'] },
        {
          id: 'also',
          kind: 'checks',
          label: ['And', 'Sekä'],
          options: [
            {
              id: 'say',
              label: ['the sponsor says in public why it matters', 'tukija kertoo julkisesti, miksi sillä on väliä'],
            },
            { id: 'door', label: ['the sponsor opens doors to units', 'tukija avaa ovia yksiköihin'] },
            {
              id: 'answer',
              label: ['what is escalated gets an answer in time', 'eteenpäin viety saa vastauksen ajallaan'],
              act: 'escalations',
            },
            {
              id: 'leave',
              label: ['the sponsor leaves the content to the members', 'tukija jättää sisällön jäsenille'],
            },
          ],
        },
      ],
    },
    {
      id: 'see',
      title: ['How one will see it', 'Mistä sen näkee'],
      fields: [
        {
          id: 'signs',
          kind: 'long',
          label: [
            'Which figures and stories will be shown, and when?',
            'Mitä lukuja ja tarinoita näytetään, ja milloin?',
          ],
          how: ['Figures of groups only; nobody is watched.', 'Vain ryhmien lukuja; ketään ei seurata.'],
        },
        { id: 'review', kind: 'date', due: true, label: ['We talk about it again on', 'Puhumme siitä uudelleen'] },
        {
          id: 'sponsor',
          kind: 'people',
          label: ['Sponsor', 'Tukija'],
          begin: ({ holders }) => [...(holders.get('sponsor') ?? [])],
        },
        {
          id: 'answer',
          kind: 'choice',
          label: ['The answer', 'Vastaus'],
          options: [
            { id: 'yes', label: ['yes', 'kyllä'] },
            { id: 'partly', label: ['in part', 'osittain'] },
            { id: 'no', label: ['no', 'ei'] },
          ],
        },
      ],
    },
  ],
}
