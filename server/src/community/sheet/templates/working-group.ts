import type { Template } from '../template.ts'

export const workingGroup: Template = {
  id: 'workingGroup',
  name: ['Working-group sheet', 'Työryhmän lomake'],
  what: [
    'A few people, one problem, one thing to make, and a day on which it ends.',
    'Muutama ihminen, yksi ongelma, yksi tuotos ja päivä, jona se päättyy.',
  ],
  by: 'members',
  sections: [
    {
      id: 'task',
      title: ['The task', 'Tehtävä'],
      fields: [
        { id: 'problem', kind: 'long', label: ['Which problem exactly?', 'Mikä ongelma tarkalleen?'] },
        { id: 'make', kind: 'text', label: ['What will there be at the end?', 'Mitä lopuksi on olemassa?'] },
        { id: 'forWhom', kind: 'text', label: ['For whom?', 'Kenelle?'] },
        {
          id: 'doneWhen',
          kind: 'long',
          label: ['How will everybody see that it is done?', 'Mistä kaikki näkevät, että se on valmis?'],
        },
        { id: 'not', kind: 'long', label: ['What is left out on purpose?', 'Mikä jätetään tarkoituksella pois?'] },
      ],
    },
    {
      id: 'people',
      title: ['The people', 'Ihmiset'],
      fields: [
        { id: 'group', kind: 'people', label: ['Who works on it', 'Ketkä tekevät'] },
        {
          id: 'concerned',
          kind: 'text',
          label: ['Who is concerned and must be heard', 'Ketä se koskee ja ketä pitää kuulla'],
        },
        { id: 'ends', kind: 'date', due: true, label: ['It ends on', 'Se päättyy'] },
      ],
    },
    {
      id: 'end',
      title: ['At the end', 'Lopuksi'],
      fields: [
        {
          id: 'end',
          kind: 'checks',
          label: ['Done', 'Tehty'],
          options: [
            {
              id: 'practice',
              label: ['What was made stands among the practices', 'Tuotos on käytäntöjen joukossa'],
              act: 'practices',
            },
            { id: 'steward', label: ['Somebody keeps it', 'Joku hoitaa sitä'], act: 'practices' },
            { id: 'told', label: ['Those who are concerned heard of it', 'Ne, joita se koskee, kuulivat siitä'] },
            { id: 'review', label: ['The group looked back', 'Ryhmä katsoi taaksepäin'], act: 'sheets' },
          ],
        },
        { id: 'came', kind: 'long', label: ['What came of it', 'Mitä siitä tuli'] },
      ],
    },
  ],
}
