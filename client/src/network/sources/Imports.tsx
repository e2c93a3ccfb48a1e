import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Section } from '#ui/index.ts'
import styles from '../network.module.css'
import { Bring } from './bring/Bring.tsx'
import { ImportLine } from './ImportLine.tsx'
import { MailboxDialog } from './MailboxDialog.tsx'

const pace = 700

/** What was read into a source, and where more is brought in. */
export function Imports({ source }: { source: Answer<'GET /sources/{source}'> }) {
  const t = useWords('network')
  const params = { source: source.id }
  const { data } = useSuspenseQuery({
    ...query('GET /sources/{source}/imports', { params }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'reading' || one.state === 'waiting') ? pace : false,
  })
  return (
    <Section title={t('imports.title')}>
      {source.may.import ? (
        <>
          <Bring source={source} />
          {data.may.mailboxes && <Mailboxes source={source.id} hosts={data.mailHosts} />}
        </>
      ) : (
        !source.may.matrices && <p className={styles.said}>{t('imports.notYet')}</p>
      )}
      {data.items.length === 0 ? (
        <EmptyState title={t('imports.none')}>{t('imports.noneHow')}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {data.items.map((one) => (
            <ImportLine key={one.id} source={source} found={one} />
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Mailboxes of the servers that may be read from here; where none is named, who names them. */
function Mailboxes({ source, hosts }: { source: string; hosts: readonly string[] }) {
  const t = useWords('network')
  const [asking, setAsking] = useState(false)
  if (hosts.length === 0) return <p className={styles.soft}>{t('mailboxes.none')}</p>
  return (
    <>
      <Button variant="default" w="fit-content" onClick={() => setAsking(true)}>
        {t('mailboxes.title')}
      </Button>
      {asking && <MailboxDialog source={source} hosts={hosts} onClose={() => setAsking(false)} />}
    </>
  )
}
