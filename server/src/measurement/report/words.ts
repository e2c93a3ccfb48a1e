const en = {
  heart: 'What mattered most',
  heartHow: '*In two or three sentences of your own: what would have been different without this community?*',
  did: 'What happened',
  answered: (answered: number, asked: number) => `${answered} of ${asked} inquiries were answered.`,
  practice: (title: string) => `${title} became a current practice.`,
  adoption: {
    trying: (title: string, unit: string) => `${unit} is trying ${title}.`,
    adopted: (title: string, unit: string) => `${unit} adopted ${title}.`,
    declined: (title: string, unit: string) => `${unit} declined ${title}, with its reason.`,
    dropped: (title: string, unit: string) => `${unit} tried ${title} and dropped it.`,
  },
  nothing: 'Nothing was written down in this time.',
  stories: 'What it was worth, told by people',
  noStories: 'No value story was told in this time. Nobody has to tell one.',
  figures: 'In figures',
  noFigures: 'Too few people are behind the figures to show them.',
  figuresHow: '*Figures accompany the stories; they do not prove them. What else changed in this time?*',
  given: 'What was given',
  givenWas: (hours: string, money: string) =>
    `${hours} hours and ${money} euros were written down. They stand beside what happened; nobody claims that one made the other.`,
  decisions: 'Decisions that wait',
  overdue: (title: string, day: string) => `**Overdue:** ${title}. An answer was due on ${day}.`,
  noneOverdue: 'No answer is overdue.',
  asked: (title: string, day: string) => `${title}: an answer is due on ${day}.`,
  ask: 'What we ask of you',
  askHow: '*Time, money, a word in the right place, or a decision: one or two things.*',
  next: 'Next year',
  nextHow: '*What we want to learn, what we let go, where help is needed.*',
}

const fi: typeof en = {
  heart: 'Mikä oli tärkeintä',
  heartHow: '*Parilla omalla virkkeellä: mikä olisi ollut toisin ilman tätä yhteisöä?*',
  did: 'Mitä tapahtui',
  answered: (answered, asked) => `Kysymyksiä esitettiin ${asked}, ja niistä ${answered} sai vastauksen.`,
  practice: (title) => `${title} tuli voimassa olevaksi käytännöksi.`,
  adoption: {
    trying: (title, unit) => `${unit} kokeilee käytäntöä ${title}.`,
    adopted: (title, unit) => `${unit} otti käyttöön käytännön ${title}.`,
    declined: (title, unit) => `${unit} ei ottanut käytäntöä ${title}, ja kertoi syyn.`,
    dropped: (title, unit) => `${unit} kokeili käytäntöä ${title} ja luopui siitä.`,
  },
  nothing: 'Tältä ajalta ei ole kirjattu mitään.',
  stories: 'Mitä siitä oli hyötyä, ihmisten kertomana',
  noStories: 'Tältä ajalta ei ole kerrottu arvotarinoita. Kenenkään ei tarvitse kertoa.',
  figures: 'Lukuina',
  noFigures: 'Lukujen takana on liian vähän ihmisiä, jotta niitä voisi näyttää.',
  figuresHow: '*Luvut kulkevat tarinoiden rinnalla; ne eivät todista niitä. Mikä muu muuttui tänä aikana?*',
  given: 'Mitä annettiin',
  givenWas: (hours, money) =>
    `Kirjattu on ${hours} tuntia ja ${money} euroa. Ne ovat tapahtuneen rinnalla; kukaan ei väitä, että toinen sai aikaan toisen.`,
  decisions: 'Päätökset, joita odotetaan',
  overdue: (title, day) => `**Myöhässä:** ${title}. Vastausta odotettiin viimeistään ${day}.`,
  noneOverdue: 'Mikään vastaus ei ole myöhässä.',
  asked: (title, day) => `${title}: vastausta odotetaan viimeistään ${day}.`,
  ask: 'Mitä pyydämme sinulta',
  askHow: '*Aikaa, rahaa, sanaa oikeassa paikassa tai päätöstä: yksi tai kaksi asiaa.*',
  next: 'Ensi vuosi',
  nextHow: '*Mitä haluamme oppia, mistä luovumme, missä tarvitaan apua.*',
}

/** What a report says by itself, in the language of whoever begins it. */
export const reportWords = (language: string): typeof en => (language === 'fi' ? fi : en)
