import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query, refresh } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Refusal, Section } from '#ui/index.ts'
import styles from './erasure.module.css'
import { type Looked, Outlook } from './Outlook.tsx'

/** A person's right to be erased, in their own hands: to see, to ask, to think again. */
export function OwnErasure() {
  const t = useWords('erasure')
  const { data: looked } = useSuspenseQuery(query('GET /me/erasure'))
  const { act, error } = useActs()
  return (
    <>
      <Section title={t('own.title')}>
        <p className={styles.said}>{t('own.what')}</p>
        {looked.erasure ? (
          <div className={styles.notice}>
            <Standing looked={looked} />
            {looked.may.takeBack && (
              <Button variant="default" onClick={() => void act('back')}>
                {t('takeBack')}
              </Button>
            )}
          </div>
        ) : (
          <>
            <p className={styles.soft}>{t(looked.lastOfOffice ? 'own.last' : 'own.askWhat')}</p>
            <Button w="fit-content" variant="default" onClick={() => void act('ask')}>
              {t('own.ask')}
            </Button>
          </>
        )}
        <Refusal error={error} />
      </Section>
      <details className={styles.own}>
        <summary>{t('own.look')}</summary>
        <Outlook looked={looked} />
      </details>
    </>
  )
}

function Standing({ looked: { erasure, may } }: { looked: Looked }) {
  const t = useWords('erasure')
  const when = useWhen()
  if (erasure?.dueAt)
    return <p>{t(may.takeBack ? 'own.waiting' : 'own.waitingOffice', { when: when.time(erasure.dueAt) })}</p>
  return <p>{t('own.asked', { when: when.time(erasure?.askedAt ?? '') })}</p>
}

function useActs() {
  const t = useWords('erasure')
  const client = useQueryClient()
  const [error, setError] = useState<Error>()
  const again = () => refresh(client, 'GET /me/erasure', 'GET /home')
  const ask = () => api('PUT /me/erasure').then(again)
  const back = () => api('DELETE /me/erasure').then(again)
  const act = async (which: 'ask' | 'back') => {
    setError(undefined)
    try {
      if (which === 'ask') await actWithUndo(t('own.saidAsked'), ask, back)
      else await back()
    } catch (refused) {
      setError(refused as Error)
    }
  }
  return { act, error }
}
