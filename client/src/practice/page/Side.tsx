import { Button } from '@mantine/core'
import { useState } from 'react'
import { Following } from '#attention/Following.tsx'
import { Serves } from '#sensing/imperative/Serves.tsx'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, PersonChip, Section } from '#ui/index.ts'
import { TopicsDialog } from '../act/TopicsDialog.tsx'
import type { Practice } from '../api.ts'
import styles from '../practice.module.css'

/** Who keeps it, where it comes from, and the ways to its past. */
export function Side({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const when = useWhen()
  const { steward, from, made, text, topics, verification } = practice
  return (
    <>
      <div className="screen-only">
        <Following kind="practice" id={practice.id} known={practice.following} />
      </div>
      {steward && (
        <Section small title={t('side.steward')}>
          <PersonChip
            name={steward.name}
            photo={steward.photo}
            to={paths.person(steward.id)}
            note={steward.title}
            gone={steward.gone}
          />
        </Section>
      )}
      {from && (
        <Section small title={t('side.from')}>
          <Go to={paths.inquiry(from.inquiry)}>{from.title}</Go>
          {from.by.length > 0 && (
            <p className={styles.people}>
              <span className={styles.soft}>{t('side.thanks')}</span>
              {from.by.map((person) => (
                <PersonChip
                  key={person.id}
                  name={person.name}
                  photo={person.photo}
                  to={paths.person(person.id)}
                  gone={person.gone}
                />
              ))}
            </p>
          )}
        </Section>
      )}
      {verification && (
        <Section small title={t('side.verified')}>
          <p>
            {t('side.verifiedBy', { day: when.day(verification.at), name: verification.by?.name ?? t('somebody') })}
          </p>
          {verification.note && <p className={styles.soft}>{verification.note}</p>}
        </Section>
      )}
      <Serves of={{ practice: practice.id }} />
      {(topics.length > 0 || practice.may.topics) && <Topics practice={practice} />}
      <Section small title={t('side.past')}>
        <ul className={styles.links}>
          <li>
            <Go to={paths.practiceHistory(practice.id)}>{t('side.history')}</Go>
          </li>
          <li>
            <Go to={paths.practiceValue(practice.id)}>{t('side.value')}</Go>
          </li>
          <li>
            <Go to={paths.revisions(practice.id)}>{t('side.revisions', { count: text.revision })}</Go>
          </li>
        </ul>
        <p className={styles.soft}>
          {t('side.made', { day: when.day(made.at) })}
          {made.by && (
            <>
              {' '}
              <Go to={paths.person(made.by.id)}>{made.by.name}</Go>
            </>
          )}
        </p>
      </Section>
    </>
  )
}

function Topics({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const when = useWhen()
  const [choosing, setChoosing] = useState(false)
  const { topics, may } = practice
  return (
    <Section small title={t('side.topics')}>
      {topics.length > 0 && <p>{when.list(topics.map(({ name }) => name))}</p>}
      {may.topics && practice.community && (
        <Button
          className={`${styles.start} screen-only`}
          size="compact-sm"
          variant="default"
          onClick={() => setChoosing(true)}
        >
          {t('topics.choose')}
        </Button>
      )}
      {choosing && <TopicsDialog practice={practice} onClose={() => setChoosing(false)} />}
    </Section>
  )
}
