import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { OrderActs } from '#order/OrderActs.tsx'
import { OrderNotes } from '#order/OrderNotes.tsx'
import { actWithUndo, Go, Markdown, Page, Section } from '#ui/index.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import styles from '../sensing.module.css'
import { readAgain } from '../use-act.ts'
import { Facts } from './Facts.tsx'
import type { Imperative } from '../types.ts'
import { Services } from './Services.tsx'
import { WriteDialog } from './WriteDialog.tsx'

/** One strategic aim: why, until when, who carries it, and what serves it. */
export function ImperativePage({ params }: { params: { imperative: string } }) {
  const t = useWords('sensing')
  const { data: imperative } = useSuspenseQuery(query('GET /imperatives/{imperative}', { params }))
  return (
    <Page
      title={imperative.title}
      above={<Go to={paths.imperatives()}>{t('imperatives.title')}</Go>}
      lead={<Facts imperative={imperative} />}
      actions={<Acts imperative={imperative} />}
    >
      <OrderNotes kind="imperative" page={imperative.id} />
      {imperative.ended && (
        <Section title={t('imperative.endedWhy')}>
          <p className={styles.said}>{imperative.ended.reason}</p>
        </Section>
      )}
      <Section title={t('imperative.why')}>
        <Markdown html={imperative.why.html} />
      </Section>
      <Section title={t('imperative.serves')} count={imperative.services.length || undefined}>
        <Services imperative={imperative} />
        <p className={styles.soft}>{t('imperative.servesHow')}</p>
      </Section>
      <OrderActs kind="imperative" page={imperative.id} texts={[imperative.why.html]} />
    </Page>
  )
}

function Acts({ imperative }: { imperative: Imperative }) {
  const t = useWords('sensing')
  const client = useQueryClient()
  const [open, setOpen] = useState<'edit' | 'end'>()
  const params = { imperative: imperative.id }
  const close = () => setOpen(undefined)
  const end = (reason: string) => api('PUT /imperatives/{imperative}/end', { params, body: { reason } })
  const again = () =>
    actWithUndo(
      t('imperative.takenUp'),
      () => api('DELETE /imperatives/{imperative}/end', { params }).then(() => readAgain(client)),
      () => end(imperative.ended?.reason ?? '').then(() => readAgain(client)),
    )
  return (
    <>
      {imperative.may.edit && (
        <Button variant="default" onClick={() => setOpen('edit')}>
          {t('change')}
        </Button>
      )}
      {imperative.may.end && (
        <Button variant="default" onClick={() => setOpen('end')}>
          {t('imperative.end')}
        </Button>
      )}
      {imperative.may.takeUpAgain && (
        <Button variant="default" onClick={() => void again()}>
          {t('imperative.takeUp')}
        </Button>
      )}
      {open === 'edit' && <WriteDialog imperative={imperative} onClose={close} />}
      {open === 'end' && (
        <ReasonDialog
          title={t('imperative.endTitle')}
          label={t('reason')}
          hint={t('imperative.endHow')}
          verb={t('imperative.end')}
          done={t('imperative.endDone')}
          onAct={end}
          onClose={close}
        />
      )}
    </>
  )
}
