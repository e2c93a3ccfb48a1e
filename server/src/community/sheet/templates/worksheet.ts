import type { Template } from '../template.ts'

export const worksheet: Template = {
  id: 'worksheet',
  name: ['Could this be a community?', 'Voisiko tästä tulla yhteisö?'],
  what: [
    'Five questions before anything is founded: a shared concern, people who want to, and something to share.',
    'Viisi kysymystä ennen perustamista: yhteinen asia, ihmiset jotka haluavat, ja jotakin jaettavaa.',
  ],
  by: 'members',
  sections: [
    {
      id: 'concern',
      title: ['The concern', 'Asia'],
      fields: [
        {
          id: 'concern',
          kind: 'long',
          label: [
            'What do people in several units struggle with?',
            'Minkä kanssa ihmiset useassa yksikössä painiskelevat?',
          ],
          how: [
            'One case from last week says more than a heading.',
            'Yksi tapaus viime viikolta kertoo enemmän kuin otsikko.',
          ],
          begin: ({ domain }) => domain,
        },
        {
          id: 'units',
          kind: 'text',
          label: ['In which units does it come up?', 'Missä yksiköissä se tulee vastaan?'],
        },
        {
          id: 'edge',
          kind: 'long',
          label: ['What does it leave to others?', 'Mikä jää muille?'],
          begin: ({ notAbout }) => notAbout,
        },
      ],
    },
    {
      id: 'people',
      title: ['The people', 'Ihmiset'],
      fields: [
        {
          id: 'willing',
          kind: 'people',
          label: ['Who wants to? Three to five are enough.', 'Ketkä haluavat mukaan? Kolmesta viiteen riittää.'],
          how: ['Ask them first: nobody is appointed.', 'Kysy heiltä ensin: ketään ei määrätä.'],
        },
        {
          id: 'gain',
          kind: 'long',
          label: ['What does each of them hope to take home?', 'Mitä kukin heistä toivoo saavansa?'],
        },
      ],
    },
    {
      id: 'share',
      title: ['What they share', 'Mitä he jakavat'],
      fields: [
        {
          id: 'tricks',
          kind: 'long',
          label: ['Which ways of working do they already pass on?', 'Mitä toimintatapoja he jo välittävät toisilleen?'],
        },
        {
          id: 'is',
          kind: 'checks',
          label: ['What is true', 'Mikä pitää paikkansa'],
          options: [
            {
              id: 'craft',
              label: [
                'They do the same kind of work, or meet the same problem',
                'He tekevät samanlaista työtä tai kohtaavat saman ongelman',
              ],
            },
            {
              id: 'ask',
              label: [
                'They ask each other already, past their managers',
                'He kysyvät jo toisiltaan, esihenkilöiden ohi',
              ],
            },
            {
              id: 'last',
              label: ['The concern will be there in two years', 'Asia on olemassa vielä kahden vuoden päästä'],
            },
            { id: 'free', label: ['Nobody was told to come', 'Ketään ei käsketty mukaan'] },
            {
              id: 'noTask',
              label: [
                'It is not a project with an end and a deliverable',
                'Se ei ole projekti, jolla on loppu ja tuotos',
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'verdict',
      title: ['What follows', 'Mitä siitä seuraa'],
      fields: [
        {
          id: 'verdict',
          kind: 'choice',
          label: ['It is best as', 'Parhaiten se toimii näin'],
          options: [
            {
              id: 'community',
              label: ['a community: write its charter', 'yhteisönä: kirjoittakaa peruskirja'],
              act: 'charter',
            },
            {
              id: 'topic',
              label: ['a topic of a community that exists', 'olemassa olevan yhteisön aiheena'],
              act: 'topics',
            },
            { id: 'task', label: ['a task for a working group', 'työryhmän tehtävänä'], act: 'sheets' },
            { id: 'wait', label: ['nothing yet: ask again later', 'ei vielä mitään: kysytään myöhemmin uudestaan'] },
          ],
        },
        { id: 'again', kind: 'date', due: true, label: ['Look at it again on', 'Katsotaan uudelleen'] },
      ],
    },
  ],
}
