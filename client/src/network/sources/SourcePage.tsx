import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Confirm, Go, Page, Section, toast } from '#ui/index.ts'
import { useState } from 'react'
import { BringMatrices } from '#survey/matrices/BringMatrices.tsx'
import styles from '../network.module.css'
import { Choose } from './Choose.tsx'
import { Identities } from './Identities.tsx'
import { Imports } from './Imports.tsx'
import { OwnReading } from './OwnReading.tsx'
import { SourceFacts } from './SourceFacts.tsx'

/** One source: what everybody is told of it, what I say about it, and the office's work with it. */
export function SourcePage({ params }: { params: { source: string } }) {
  const t = useWords('network')
  const { data: source } = useSuspenseQuery(query('GET /sources/{source}', { params }))
  return (
    <Page
      title={source.name}
      above={<Go to={paths.sources()}>{t('sources.title')}</Go>}
      actions={<Acts source={source} />}
    >
      <SourceFacts source={source} />
      {source.people !== null && <p className={styles.soft}>{t('source.people', { people: source.people })}</p>}
      <Section title={t('source.you')}>
        <Choose source={source} />
        <p className={styles.soft}>
          <Go to={paths.privacy()}>{t('source.whatOfMe')}</Go>
        </p>
      </Section>
      {source.may.administer && (
        <>
          {source.kind === 'mortar' ? (
            <OwnReading readAt={source.readAt} />
          ) : source.askedHere ? (
            <Section title={t('imports.title')}>
              <p className={styles.said}>
                {t('source.askedHere')} <Go to={paths.surveys()}>{t('sources.surveys')}</Go>
              </p>
            </Section>
          ) : (
            <>
              {source.may.matrices && <BringMatrices source={source.id} />}
              <Imports source={source} />
              <Identities source={source.id} />
            </>
          )}
        </>
      )}
    </Page>
  )
}

function Acts({ source }: { source: Answer<'GET /sources/{source}'> }) {
  const t = useWords('network')
  const client = useQueryClient()
  const [asking, setAsking] = useState<'announce' | 'close'>()
  const params = { source: source.id }
  const again = () => refresh(client, 'GET /sources/{source}', 'GET /sources', 'GET /sources/{source}/imports')
  const act = async () => {
    await (asking === 'close'
      ? api('PUT /sources/{source}/closing', { params })
      : api('PUT /sources/{source}/announcement', { params }))
    await again()
    toast(t(asking === 'close' ? 'source.closed' : 'source.announced'))
  }
  return (
    <>
      {source.may.announce && <Button onClick={() => setAsking('announce')}>{t('source.announce')}</Button>}
      {source.may.administer && (
        <Button variant="default" onClick={() => setAsking('close')}>
          {t('source.close')}
        </Button>
      )}
      {asking && (
        <Confirm
          title={t(`source.${asking}Title`, { name: source.name })}
          verb={t(`source.${asking}`)}
          onClose={() => setAsking(undefined)}
          onConfirm={act}
        >
          {t(`source.${asking}What`)}
        </Confirm>
      )}
    </>
  )
}
