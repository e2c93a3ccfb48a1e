import type { QuestionFigures, SurveyFigures } from '@mortar/contract/network-survey'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Progress } from '#ui/index.ts'
import styles from '../survey.module.css'

/** The figures of one unit, or of all together; with the caveat where fewer than 70% answered. */
export function Figures({ figures }: { figures: SurveyFigures }) {
  const t = useWords('survey')
  const { unit, asked, answered, enough, questions } = figures
  return (
    <div className={styles.group}>
      <h3>{unit ? unit.name : t('result.whole')}</h3>
      {answered > 0 && <Progress label={t('response.answeredAtLeast')} value={answered} of={asked} />}
      {questions === null ? (
        <p className={styles.soft}>{t('result.few')}</p>
      ) : (
        <>
          {!enough && <p className={styles.caveat}>{t('result.caveat')}</p>}
          {questions.map((one) => (
            <Question key={one.question} figures={one} />
          ))}
        </>
      )}
    </div>
  )
}

function Question({ figures }: { figures: QuestionFigures }) {
  const t = useWords('survey')
  const when = useWhen()
  const people = (count: number | null) => (count === null ? t('result.hidden') : t('result.people', { people: count }))
  return (
    <>
      <p className={styles.said}>
        <strong data-no-words>{figures.text}</strong>
      </p>
      <div className={styles.figures}>
        <dl>
          <dt>{t('result.colleagues')}</dt>
          <dd>{when.number(figures.named)}</dd>
          <dt>{t('result.outside')}</dt>
          <dd>{figures.outside === null ? t('nothing') : when.percent(figures.outside)}</dd>
          <dt>{t('result.more')}</dt>
          <dd>{people(figures.more)}</dd>
        </dl>
        <div>
          <h4>{t('result.howOften')}</h4>
          <dl>
            {figures.frequency.map(({ step, share }) => (
              <Line
                key={step}
                word={t(`frequency.f${step as 1 | 2 | 3 | 4}`)}
                value={share === null ? t('result.hidden') : when.percent(share)}
              />
            ))}
          </dl>
        </div>
        <div>
          <h4>{t('result.whatFor')}</h4>
          <dl>
            {figures.whatFor.map(({ kind, people: count }) => (
              <Line key={kind} word={t(`kind.${kind}`)} value={people(count)} />
            ))}
          </dl>
        </div>
      </div>
    </>
  )
}

const Line = ({ word, value }: { word: string; value: string }) => (
  <>
    <dt>{word}</dt>
    <dd>{value}</dd>
  </>
)
