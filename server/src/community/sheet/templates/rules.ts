import type { Template } from '../template.ts'

export const rules: Template = {
  id: 'rules',
  name: ['Rules of working together', 'Yhdessä toimimisen säännöt'],
  what: [
    'How people speak to each other, what stays inside, and what happens when it goes wrong.',
    'Miten puhutaan toisille, mikä jää yhteisön sisälle, ja mitä tapahtuu, kun jokin menee pieleen.',
  ],
  by: 'roles',
  sections: [
    {
      id: 'tone',
      title: ['With each other', 'Keskenämme'],
      fields: [
        {
          id: 'asking',
          kind: 'long',
          label: ['How do we ask?', 'Miten kysymme?'],
          begin: ({ conventions }) => conventions,
        },
        {
          id: 'answering',
          kind: 'long',
          label: ['How do we answer, and how soon?', 'Miten vastaamme, ja kuinka pian?'],
        },
        { id: 'disagreeing', kind: 'long', label: ['How do we disagree?', 'Miten olemme eri mieltä?'] },
        {
          id: 'failing',
          kind: 'long',
          label: ['How do we speak of what failed?', 'Miten puhumme siitä, mikä epäonnistui?'],
        },
      ],
    },
    {
      id: 'inside',
      title: ['What stays inside', 'Mikä jää tänne'],
      fields: [
        {
          id: 'never',
          kind: 'checks',
          label: ['Never written here', 'Tänne ei koskaan kirjoiteta'],
          options: [
            { id: 'names', label: ['names of patients, clients or customers', 'potilaiden tai asiakkaiden nimiä'] },
            { id: 'people', label: ['what could tell who a person is', 'mitään, mistä henkilön voisi tunnistaa'] },
            { id: 'blame', label: ['who was to blame', 'kuka oli syyllinen'] },
            { id: 'secrets', label: ['passwords and keys', 'salasanoja ja avaimia'] },
          ],
        },
        {
          id: 'confidential',
          kind: 'long',
          label: ['What else stays among members?', 'Mikä muu jää jäsenten kesken?'],
        },
      ],
    },
    {
      id: 'wrong',
      title: ['When it goes wrong', 'Kun menee pieleen'],
      fields: [
        {
          id: 'whom',
          kind: 'people',
          label: ['Whom to speak to', 'Kenelle puhua'],
          begin: ({ holders }) => [...(holders.get('facilitator') ?? [])],
        },
        { id: 'steps', kind: 'long', label: ['What happens then', 'Mitä sitten tapahtuu'] },
        { id: 'review', kind: 'date', due: true, label: ['We read this again on', 'Luemme tämän uudelleen'] },
      ],
    },
  ],
}
