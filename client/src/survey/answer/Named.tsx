import { useQueryClient } from '@tanstack/react-query'
import { type Answer, api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, type Choice, Picker, Section } from '#ui/index.ts'
import styles from '../survey.module.css'
import { Colleague, type Said } from './Colleague.tsx'
import type { useSayings } from './sayings.ts'

type Own = Answer<'GET /surveys/{survey}/answer'>

interface NamedProps {
  survey: string
  question: string
  own: Own
  open: boolean
  sayings: ReturnType<typeof useSayings>
}

/** Whom somebody names for one question. Each change is saved at once. */
export function Named({ survey, question, own, open, sayings }: NamedProps) {
  const t = useWords('survey')
  const client = useQueryClient()
  const named = own.named.filter((one) => one.question === question)
  const again = () => refresh(client, 'GET /surveys', 'GET /surveys/{survey}', 'GET /surveys/{survey}/answer')
  const save = (person: string, said: Partial<Said>) => sayings.say(question, person, said)
  const remove = (person: Choice, said: Said) =>
    actWithUndo(
      t('answer.removed', { name: person.name }),
      async () => {
        sayings.unsay(question, person.id)
        await api('DELETE /surveys/{survey}/answer/{question}/{person}', {
          params: { survey, question, person: person.id },
        }).then(again)
      },
      () => save(person.id, said),
    )
  return (
    <>
      {open && (
        <Picker
          label={t('answer.who')}
          description={t('answer.whoHow')}
          value={[]}
          onChange={([person]) =>
            person && !named.some((one) => one.person.id === person.id) && void save(person.id, {})
          }
          search={useRoster(survey)}
          suggest
        />
      )}
      <Section title={t('answer.named', { count: named.length })}>
        {named.length === 0 && <p className={styles.soft}>{t('answer.noneYet')}</p>}
        <ul className={styles.named}>
          {named.map(({ person, frequency, whatFor, more }) => (
            <Colleague
              key={person.id}
              person={person}
              said={{ frequency, whatFor, more, ...sayings.saidOf(question, person.id) }}
              open={open}
              onSay={(said) => void save(person.id, said)}
              onRemove={() => void remove(person, { frequency, whatFor, more })}
            />
          ))}
        </ul>
        <p className={styles.soft} role="status">
          {sayings.now !== 'none' && t(`answer.${sayings.now}`)}
        </p>
      </Section>
    </>
  )
}

/** Colleagues for the picker; before a word is typed those of one's own unit and communities, each with why. */
function useRoster(survey: string) {
  const t = useWords('survey')
  return async (words: string, signal: AbortSignal): Promise<Choice[]> => {
    const { items } = await api('GET /surveys/{survey}/roster', {
      params: { survey },
      query: words ? { words } : {},
      signal,
    })
    return items.map(({ person, why }) => ({
      id: person.id,
      name: person.name,
      note: [person.title, why === 'words' ? person.unit : t(`answer.${why}`)].filter(Boolean).join(', ') || null,
    }))
  }
}
