import type { MaturityPage, MaturityQuestion } from '@mortar/contract/measurement-maturity'
import { IconChevronDown } from '@tabler/icons-react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Mark, Section } from '#ui/index.ts'
import styles from './maturity.module.css'
import { placeOf } from './places.ts'
import { Steps } from './Steps.tsx'

/** Each side of maturity: what was answered last, what the evidence says now, where they differ, and what comes next. */
export function Profile({ page, slug }: { page: MaturityPage; slug: string | undefined }) {
  const t = useWords('maturity')
  const when = useWhen()
  const last = page.ended[0]
  const level = new Map(last?.answers.map((answer) => [answer.question, answer.level]))
  return (
    <Section title={t('profile.title')}>
      <p className={styles.soft}>
        {last ? t('profile.answered', { on: when.day(last.ended!.at) }) : t('profile.never')} {t('profile.how')}
      </p>
      <ul className={styles.profile}>
        {page.questions.map((question) => (
          <Side key={question.id} question={question} answered={level.get(question.id)} slug={slug} />
        ))}
      </ul>
    </Section>
  )
}

interface SideProps {
  question: MaturityQuestion
  answered: number | undefined
  slug: string | undefined
}

function Side({ question, answered, slug }: SideProps) {
  const t = useWords('maturity')
  const { name, evidence, facts } = question
  const next = facts.find(({ state }) => state !== 'seen')
  return (
    <li>
      <h3 data-no-words>{name}</h3>
      <dl className={styles.pair}>
        <div>
          <dt>{t('profile.answers')}</dt>
          <dd>
            {answered ? <Steps level={answered} filled /> : <span className={styles.soft}>{t('profile.none')}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('profile.evidence')}</dt>
          <dd>
            <Steps level={evidence} />
          </dd>
        </div>
      </dl>
      {answered !== undefined && (
        <p className={styles.difference}>
          {t(answered === evidence ? 'differs.same' : answered > evidence ? 'differs.higher' : 'differs.lower', {
            count: Math.abs(answered - evidence),
          })}
        </p>
      )}
      {next && (
        <p>
          <span className={styles.soft}>{t('profile.next')}</span> <span data-no-words>{next.says}</span>{' '}
          <Go to={placeOf(next.act, slug)}>{t(`act.${next.act}`)}</Go>
        </p>
      )}
      <details className={styles.behind}>
        <summary>
          {t('profile.behind')} <IconChevronDown size={16} aria-hidden="true" />
          <span className="unseen" data-no-words>
            {name}
          </span>
        </summary>
        <p className={styles.soft}>{t('profile.formula')}</p>
        <ul className={styles.facts}>
          {facts.map((fact) => (
            <li key={fact.id}>
              <Mark kind={fact.state === 'seen' ? 'note' : 'quiet'}>{t(`state.${fact.state}`)}</Mark>
              <span data-no-words>{fact.says}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
