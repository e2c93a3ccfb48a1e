import { Button, TextInput } from '@mantine/core'
import type { SentDraft } from '@mortar/contract/network-survey'
import { useWords } from '#app/words.ts'
import { type FieldError, fieldError } from '#ui/index.ts'
import styles from '../survey.module.css'

type Written = SentDraft['questions']

interface QuestionsProps {
  questions: Written
  error: FieldError | undefined
  onChange: (questions: Written) => void
}

const most = 8

/** Each question in both languages. */
export function Questions({ questions, error, onChange }: QuestionsProps) {
  const t = useWords('survey')
  const write = (place: number, text: Partial<Written[number]['text']>) =>
    onChange(questions.map((one, at) => (at === place ? { ...one, text: { ...one.text, ...text } } : one)))
  return (
    <>
      {questions.map(({ id, text }, place) => (
        <fieldset key={id} className={`${styles.set} ${styles.wording}`}>
          <legend>{t('write.question', { nth: place + 1 })}</legend>
          <div className={styles.wordings}>
            {(['en', 'fi'] as const).map((language) => (
              <TextInput
                key={language}
                label={t(`write.${language}`)}
                aria-label={`${t('write.question', { nth: place + 1 })} ${t(`write.${language}`)}`}
                maxLength={300}
                value={text[language] ?? ''}
                onChange={(event) => write(place, { [language]: event.currentTarget.value })}
                error={
                  fieldError(error, `questions.${place}.text.${language}`) ??
                  fieldError(error, `questions.${place}.text`)
                }
              />
            ))}
          </div>
          {questions.length > 1 && (
            <div>
              <Button variant="subtle" onClick={() => onChange(questions.filter((_, at) => at !== place))}>
                {t('write.remove', { nth: place + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {questions.length < most && (
        <div>
          <Button
            variant="default"
            onClick={() => onChange([...questions, { id: freeId(questions), text: { en: '', fi: '' } }])}
          >
            {t('write.add')}
          </Button>
        </div>
      )}
    </>
  )
}

function freeId(questions: Written): string {
  for (let n = 1; ; n++) if (!questions.some(({ id }) => id === `q${n}`)) return `q${n}`
}
