import type { Role } from '@mortar/contract/community'
import type { Said, Template, TemplateField } from '../template.ts'

const held = (id: string, role: Role, label: Said, how: Said): TemplateField => ({
  id,
  kind: 'people',
  label,
  how,
  begin: ({ holders }) => [...(holders.get(role) ?? [])],
})

export const roles: Template = {
  id: 'roles',
  name: ['Roles', 'Roolit'],
  what: [
    'Who does what for the community, for how long, and what they may leave undone.',
    'Kuka tekee mitä yhteisön hyväksi, kuinka kauan, ja mitä saa jättää tekemättä.',
  ],
  by: 'roles',
  sections: [
    {
      id: 'who',
      title: ['Who', 'Kuka'],
      how: [
        'Written here it is an agreement; the role itself is given on the page People.',
        'Tähän kirjattuna se on sopimus; itse rooli annetaan sivulla Ihmiset.',
      ],
      fields: [
        held(
          'facilitators',
          'facilitator',
          ['Facilitators', 'Fasilitaattorit'],
          [
            'Keep it alive. Two share the load and stand in for each other.',
            'Pitävät sen elossa. Kaksi jakaa kuorman ja sijaistaa toisiaan.',
          ],
        ),
        held(
          'stewards',
          'steward',
          ['Stewards', 'Vaalijat'],
          ['Keep practices trustworthy.', 'Pitävät käytännöt luotettavina.'],
        ),
        held(
          'hosts',
          'newcomer_host',
          ['Newcomer hosts', 'Uusien vastaanottajat'],
          ['See to it that nobody comes into silence.', 'Huolehtivat, ettei kukaan tule hiljaisuuteen.'],
        ),
        held(
          'liaisons',
          'liaison',
          ['Liaisons', 'Yhdyshenkilöt'],
          [
            'Carry matters to management and bring answers back.',
            'Vievät asioita johdolle ja tuovat vastaukset takaisin.',
          ],
        ),
        held(
          'sponsors',
          'sponsor',
          ['Sponsor', 'Tukija'],
          ['Gives time and money and asks what came of it.', 'Antaa aikaa ja rahaa ja kysyy, mitä siitä seurasi.'],
        ),
        {
          id: 'experts',
          kind: 'text',
          label: ['Known for what they know', 'Tunnettuja osaamisestaan'],
          how: ['By theme, not by rank.', 'Teemoittain, ei järjestyksessä.'],
        },
      ],
    },
    {
      id: 'how',
      title: ['How', 'Miten'],
      fields: [
        {
          id: 'hours',
          kind: 'long',
          label: [
            'How many hours are agreed with their managers?',
            'Montako tuntia on sovittu heidän esihenkilöidensä kanssa?',
          ],
        },
        { id: 'notTheirs', kind: 'long', label: ['What is not theirs to do?', 'Mikä ei kuulu heille?'] },
        {
          id: 'until',
          kind: 'date',
          due: true,
          label: ['The roles go round again on', 'Roolit kiertävät seuraavan kerran'],
        },
        {
          id: 'done',
          kind: 'checks',
          label: ['Done', 'Tehty'],
          options: [
            { id: 'given', label: ['The roles are given in Mortar', 'Roolit on annettu Mortarissa'], act: 'people' },
            { id: 'told', label: ['Everybody in the community knows them', 'Kaikki yhteisössä tietävät ne'] },
            { id: 'agreed', label: ['Their managers know of the hours', 'Esihenkilöt tietävät tunneista'] },
          ],
        },
      ],
    },
  ],
}
