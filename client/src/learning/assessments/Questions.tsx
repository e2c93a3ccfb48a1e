import { Button, TextInput } from '@mantine/core'
import { useWords } from '#app/words.ts'
import { type Choice, Picker } from '#ui/index.ts'
import styles from '../learning.module.css'

export interface Question {
  topic: Choice
  words: { en: string; fi: string }
}

interface QuestionsProps {
  questions: Question[]
  onChange: (questions: Question[]) => void
  search: (words: string, signal: AbortSignal) => Promise<readonly Choice[]>
  error: string | undefined
}

/** One question for each topic chosen; its words can be changed, in both languages. */
export function Questions({ questions, onChange, search, error }: QuestionsProps) {
  const t = useWords('learning')
  const choose = (topics: Choice[]) =>
    onChange(
      topics.map(
        (topic) =>
          questions.find((known) => known.topic.id === topic.id) ?? {
            topic,
            words: {
              en: t('write.default_en', { topic: topic.name }),
              fi: t('write.default_fi', { topic: topic.name }),
            },
          },
      ),
    )
  const word = (id: string, language: 'en' | 'fi', text: string) =>
    onChange(
      questions.map((question) =>
        question.topic.id === id ? { ...question, words: { ...question.words, [language]: text } } : question,
      ),
    )
  return (
    <>
      <Picker
        label={t('write.topics')}
        description={t('write.topicsHow')}
        value={questions.map(({ topic }) => topic)}
        onChange={choose}
        search={search}
        suggest
        max={60}
        required
        error={error}
      />
      {questions.map(({ topic, words }) => (
        <fieldset key={topic.id} className={styles.question}>
          <legend>{topic.name}</legend>
          <div className={styles.pair}>
            {(['en', 'fi'] as const).map((language) => (
              <TextInput
                key={language}
                label={t(`write.question_${language}`)}
                value={words[language]}
                onChange={(event) => word(topic.id, language, event.currentTarget.value)}
                maxLength={300}
                required
              />
            ))}
          </div>
        </fieldset>
      ))}
      {questions.length > 1 && (
        <Button variant="subtle" color="gray" w="fit-content" onClick={() => onChange([])}>
          {t('write.clear')}
        </Button>
      )}
    </>
  )
}
