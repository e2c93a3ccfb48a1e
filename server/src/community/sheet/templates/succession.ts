import type { Template } from '../template.ts'

export const succession: Template = {
  id: 'succession',
  name: ['Succession checklist', 'Jatkajan tarkistuslista'],
  what: [
    'Handing a role on without losing what was learned in it.',
    'Roolin luovuttaminen niin, ettei siinä opittu katoa.',
  ],
  by: 'roles',
  sections: [
    {
      id: 'what',
      title: ['What is handed on', 'Mitä luovutetaan'],
      fields: [
        {
          id: 'role',
          kind: 'choice',
          label: ['Role', 'Rooli'],
          options: [
            { id: 'facilitator', label: ['facilitator', 'fasilitaattori'] },
            { id: 'steward', label: ['steward', 'vaalija'] },
            { id: 'newcomer_host', label: ['newcomer host', 'uusien vastaanottaja'] },
            { id: 'liaison', label: ['liaison', 'yhdyshenkilö'] },
            { id: 'sponsor', label: ['sponsor', 'tukija'] },
          ],
        },
        { id: 'from', kind: 'people', label: ['Who hands it on', 'Kuka luovuttaa'] },
        {
          id: 'to',
          kind: 'people',
          label: ['Who takes it up, if somebody said so', 'Kuka jatkaa, jos joku on sen sanonut'],
          how: [
            'Ask in the open first: some would like to and were never asked.',
            'Kysykää ensin avoimesti: moni haluaisi, mutta häneltä ei ole kysytty.',
          ],
        },
        { id: 'on', kind: 'date', due: true, label: ['On', 'Päivänä'] },
      ],
    },
    {
      id: 'steps',
      title: ['Step by step', 'Askel askeleelta'],
      fields: [
        {
          id: 'steps',
          kind: 'checks',
          label: ['Done', 'Tehty'],
          options: [
            { id: 'told', label: ['The community was told of it', 'Asiasta kerrottiin yhteisölle'], act: 'ask' },
            {
              id: 'week',
              label: [
                'There was at least a week to object or to offer oneself',
                'Vastaväitteille ja tarjoutumiselle oli vähintään viikko',
              ],
            },
            {
              id: 'role',
              label: ['The role is given to whoever takes it up', 'Rooli on annettu jatkajalle'],
              act: 'people',
            },
            {
              id: 'practices',
              label: ['Practices have their new stewards', 'Käytännöillä on uudet vaalijansa'],
              act: 'practices',
            },
            {
              id: 'open',
              label: ['What is open was gone through together', 'Keskeneräiset asiat käytiin läpi yhdessä'],
              act: 'care',
            },
            {
              id: 'escalated',
              label: [
                'Answers that are awaited from managers are known',
                'Johdolta odotettavat vastaukset ovat tiedossa',
              ],
              act: 'escalations',
            },
            { id: 'laid', label: ['The old role is laid down', 'Vanhasta roolista on luovuttu'], act: 'people' },
            { id: 'thanked', label: ['Thanks were said where others hear them', 'Kiitokset sanottiin muiden kuullen'] },
          ],
        },
      ],
    },
    {
      id: 'learned',
      title: ['What the next one should know', 'Mitä seuraavan olisi hyvä tietää'],
      fields: [
        { id: 'works', kind: 'long', label: ['What works well', 'Mikä toimii hyvin'] },
        { id: 'hard', kind: 'long', label: ['What was hard', 'Mikä oli vaikeaa'] },
        { id: 'people', kind: 'long', label: ['Whom one can always ask', 'Keneltä voi aina kysyä'] },
      ],
    },
  ],
}
