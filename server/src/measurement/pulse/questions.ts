import type { PulseTheme } from '@mortar/contract/measurement-pulse'

interface Told {
  name: string
  meaning: string
  questions: readonly string[]
}

interface Theme {
  /** Places of the questions that are worded the other way round. */
  reversed: readonly number[]
  source: string
  en: Told
  fi: Told
}

/** Answers go from 1 (not at all) to 7 (fully). */
export const steps = 7

/** What is asked, in our own words. */
export const themes: Record<PulseTheme, Theme> = {
  safety: {
    reversed: [0, 2, 4],
    source:
      'The seven items after A. C. Edmondson (1999), Psychological safety and learning behavior in work teams, Administrative Science Quarterly 44(2), 350-383; the first, third and fifth are reversed.',
    en: {
      name: 'Psychological safety',
      meaning: 'Whether people dare to ask, to doubt and to tell of what went wrong.',
      questions: [
        'When somebody here gets something wrong, they hear about it for long.',
        'Hard questions and things that went badly can be spoken of here.',
        'Here people are left out for not being like the others.',
        'One may try something here without knowing how it will end.',
        'It costs an effort to ask people here for help.',
        'Nobody here would do something on purpose that spoils my work.',
        'What I in particular know and can do is seen here, and used.',
      ],
    },
    fi: {
      name: 'Psykologinen turvallisuus',
      meaning: 'Uskaltavatko ihmiset kysyä, epäillä ja kertoa epäonnistumisista.',
      questions: [
        'Kun joku täällä tekee virheen, siitä muistutetaan häntä pitkään.',
        'Vaikeista asioista ja epäonnistumisista voi täällä puhua.',
        'Täällä ihmisiä jätetään ulkopuolelle, koska he eivät ole samanlaisia kuin muut.',
        'Täällä saa kokeilla jotakin, vaikkei tietäisi, miten käy.',
        'Avun pyytäminen muilta vaatii täällä ponnistelua.',
        'Kukaan täällä ei tahallaan tekisi mitään, mikä pilaisi työni.',
        'Juuri se, mitä minä tiedän ja osaan, huomataan täällä ja otetaan käyttöön.',
      ],
    },
  },
  trust: {
    reversed: [],
    source: 'Our own three questions; no published scale, so it is held against its own past only.',
    en: {
      name: 'Trust',
      meaning: 'Whether people rely on one another’s word and work.',
      questions: [
        'What people here tell of their experience, I can build on.',
        'Who promises something here does it, or says in time that they cannot.',
        'I would tell people here of my own mistake.',
      ],
    },
    fi: {
      name: 'Luottamus',
      meaning: 'Luottavatko ihmiset toistensa sanaan ja työhön.',
      questions: [
        'Sen varaan, mitä täällä kerrotaan omista kokemuksista, voin rakentaa.',
        'Joka täällä lupaa jotakin, tekee sen tai kertoo ajoissa, ettei pysty.',
        'Kertoisin täällä omasta virheestäni.',
      ],
    },
  },
  usefulness: {
    reversed: [],
    source: 'Our own three questions; no published scale, so it is held against its own past only.',
    en: {
      name: 'Usefulness',
      meaning: 'Whether what is shared helps in the daily work.',
      questions: [
        'In the last weeks I got something here that I used in my work.',
        'The time I give here comes back to me.',
        'I would miss it if this were gone.',
      ],
    },
    fi: {
      name: 'Hyöty',
      meaning: 'Auttaako jaettu arjen työssä.',
      questions: [
        'Viime viikkoina sain täältä jotakin, mitä käytin työssäni.',
        'Aika, jonka annan tänne, tulee minulle takaisin.',
        'Kaipaisin tätä, jos sitä ei enää olisi.',
      ],
    },
  },
  energy: {
    reversed: [1],
    source:
      'Our own two questions; no published scale, so it is held against its own past only. The second is reversed.',
    en: {
      name: 'Energy',
      meaning: 'Whether working together here gives strength or takes it.',
      questions: ['After working with people here I go on with more strength.', 'Taking part here wears me out.'],
    },
    fi: {
      name: 'Virta',
      meaning: 'Antaako yhdessä tekeminen voimia vai viekö se niitä.',
      questions: [
        'Kun olen tehnyt jotakin täällä muiden kanssa, jatkan työtä virkeämpänä.',
        'Tähän osallistuminen uuvuttaa minua.',
      ],
    },
  },
}

export const wordsOf = (theme: PulseTheme, language: string): Told => themes[theme][language === 'fi' ? 'fi' : 'en']

/** What somebody answered, with what is worded the other way round turned. */
export const turned = (theme: PulseTheme, given: readonly number[]): number[] =>
  given.map((answer, at) => (themes[theme].reversed.includes(at) ? steps + 1 - answer : answer))

/** Whether each question of each theme was answered, and no other. */
export const isWhole = (
  asked: readonly PulseTheme[],
  answers: { readonly [theme in PulseTheme]?: readonly number[] | undefined },
): boolean =>
  Object.keys(answers).length === asked.length &&
  asked.every((theme) => answers[theme]?.length === themes[theme].en.questions.length)

/** Two turns: safety with energy, then trust, usefulness and energy. Energy is short and shows its course. */
const turns: readonly (readonly PulseTheme[])[] = [
  ['safety', 'energy'],
  ['trust', 'usefulness', 'energy'],
]

/** The themes whose turn it is after those asked last. */
export const nextThemes = (last: readonly PulseTheme[] | undefined): PulseTheme[] => [
  ...turns[last?.includes('safety') ? 1 : 0]!,
]
