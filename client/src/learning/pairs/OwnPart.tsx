import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, EmptyState, Mark, Section } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Pairing } from '../types.ts'
import { readAgain } from '../use-act.ts'
import { PartDialog } from './PartDialog.tsx'

type Choice = NonNullable<Pairing['choice']>

export const bodyOf = ({ wants, offers, ...rest }: Choice) => ({
  ...rest,
  wants: wants.map(({ id }) => id),
  offers: offers.map(({ id }) => id),
})

/** How I take part in rounds: said by me, changed, paused and withdrawn by me. */
export function OwnPart({ pairing }: { pairing: Pairing }) {
  const t = useWords('learning')
  const [changing, setChanging] = useState(false)
  const { choice } = pairing
  return (
    <Section title={t('part.title')}>
      {choice ? (
        <Part choice={choice} onChange={() => setChanging(true)} />
      ) : (
        <EmptyState title={t('part.none')} action={<Button onClick={() => setChanging(true)}>{t('part.take')}</Button>}>
          {t('part.noneHow')}
        </EmptyState>
      )}
      {changing && <PartDialog pairing={pairing} onClose={() => setChanging(false)} />}
    </Section>
  )
}

function Part({ choice, onChange }: { choice: Choice; onChange: () => void }) {
  const t = useWords('learning')
  const names = (topics: Choice['wants']) =>
    topics.length === 0 ? (
      <span className={styles.softly}>{t('part.nothing')}</span>
    ) : (
      topics.map(({ name }) => name).join(' · ')
    )
  return (
    <>
      {choice.paused && (
        <p className={styles.facts}>
          <Mark kind="quiet">{t('part.paused')}</Mark> <span>{t('part.pausedHow')}</span>
        </p>
      )}
      <dl className={styles.part}>
        <dt>{t('part.wants')}</dt>
        <dd>{names(choice.wants)}</dd>
        <dt>{t('part.offers')}</dt>
        <dd>
          {names(choice.offers)}
          {choice.offers.length > 0 && (
            <span className={styles.softly}> {t('part.roomOf', { count: choice.room })}</span>
          )}
        </dd>
        <dt>{t('part.meets')}</dt>
        <dd>{t(choice.meets ? 'part.yes' : 'part.no')}</dd>
      </dl>
      <PartActs choice={choice} onChange={onChange} />
    </>
  )
}

function PartActs({ choice, onChange }: { choice: Choice; onChange: () => void }) {
  const t = useWords('learning')
  const client = useQueryClient()
  const save = async (body: ReturnType<typeof bodyOf>) => {
    await api('PUT /learning/pairing', { body })
    await readAgain(client)
  }
  const body = bodyOf(choice)
  const pause = () =>
    actWithUndo(
      t(choice.paused ? 'part.goneOn' : 'part.pausedSaid'),
      () => save({ ...body, paused: !choice.paused }),
      () => save(body),
    )
  const withdraw = () =>
    actWithUndo(
      t('part.withdrawn'),
      async () => {
        await api('DELETE /learning/pairing')
        await readAgain(client)
      },
      () => save(body),
    )
  return (
    <div className={styles.acts}>
      <Button size="compact-sm" variant="default" onClick={onChange}>
        {t('part.change')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void pause()}>
        {t(choice.paused ? 'part.goOn' : 'part.pause')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void withdraw()}>
        {t('part.withdraw')}
      </Button>
    </div>
  )
}
