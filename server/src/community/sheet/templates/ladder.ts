import type { Template } from '../template.ts'

export const ladder: Template = {
  id: 'ladder',
  name: ['Onboarding ladder', 'Perehtymisen portaat'],
  what: [
    'From the first look to carrying something: what one does on each step, and who helps. Nobody has to climb.',
    'Ensi silmäyksestä vastuun kantamiseen: mitä kullakin portaalla tehdään ja kuka auttaa. Kenenkään ei ole pakko nousta.',
  ],
  by: 'members',
  sections: [
    {
      id: 'come',
      title: ['Coming', 'Tulo'],
      fields: [
        {
          id: 'greet',
          kind: 'text',
          label: [
            'Greeted within how many days, and by whom?',
            'Monenko päivän kuluessa toivotetaan tervetulleeksi, ja kuka sen tekee?',
          ],
        },
        {
          id: 'host',
          kind: 'people',
          label: ['Newcomer hosts', 'Uusien vastaanottajat'],
          begin: ({ holders }) => [...(holders.get('newcomer_host') ?? [])],
        },
        {
          id: 'read',
          kind: 'long',
          label: [
            'What is worth reading first? Three things at most.',
            'Mitä kannattaa lukea ensin? Enintään kolme asiaa.',
          ],
        },
      ],
    },
    {
      id: 'steps',
      title: ['The steps', 'Portaat'],
      how: [
        'Say what one does there, not how long one must wait.',
        'Kertokaa, mitä portaalla tehdään, älkää kuinka kauan pitää odottaa.',
      ],
      fields: [
        {
          id: 'reader',
          kind: 'long',
          label: ['Reading along', 'Mukana lukeminen'],
          how: ['Taking part already counts here.', 'Jo tämä on osallistumista.'],
        },
        {
          id: 'asker',
          kind: 'long',
          label: [
            'A first inquiry, or a first experience told',
            'Ensimmäinen kysymys tai ensimmäinen kerrottu kokemus',
          ],
        },
        {
          id: 'user',
          kind: 'long',
          label: ['Using a practice and saying how it went', 'Käytännön käyttäminen ja kertominen, miten kävi'],
        },
        {
          id: 'maker',
          kind: 'long',
          label: [
            'Distilling or changing a practice with somebody',
            'Käytännön tiivistäminen tai muuttaminen jonkun kanssa',
          ],
        },
        {
          id: 'carrying',
          kind: 'long',
          label: [
            'Carrying something: steward, host, facilitator',
            'Jonkin kantaminen: vaalija, vastaanottaja, fasilitaattori',
          ],
        },
      ],
    },
    {
      id: 'ready',
      title: ['Ready', 'Valmiina'],
      fields: [
        {
          id: 'ready',
          kind: 'checks',
          label: ['Before it is in use', 'Ennen käyttöönottoa'],
          options: [
            { id: 'host', label: ['somebody is newcomer host', 'joku on uusien vastaanottaja'], act: 'people' },
            { id: 'greet', label: ['nobody waits for a welcome', 'kukaan ei odota tervetulotoivotusta'], act: 'care' },
            {
              id: 'charter',
              label: ['the charter can be read in five minutes', 'peruskirjan lukee viidessä minuutissa'],
              act: 'charter',
            },
            {
              id: 'buddy',
              label: ['whoever wants one finds somebody at their side', 'halukas löytää jonkun rinnalleen'],
            },
          ],
        },
      ],
    },
  ],
}
