import { Button, Checkbox, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, Dialog, DialogActs, fieldError, Form, Picker } from '#ui/index.ts'
import styles from '../learning.module.css'
import { searchTopics } from '../topics.ts'
import type { Pairing } from '../types.ts'
import { useAct } from '../use-act.ts'

/** Says what I want to learn with somebody, what I would help with, and whether I like to meet somebody. */
export function PartDialog({ pairing: { choice, noted }, onClose }: { pairing: Pairing; onClose: () => void }) {
  const t = useWords('learning')
  const [wants, setWants] = useState<Choice[]>(choice?.wants ?? [])
  const [offers, setOffers] = useState<Choice[]>(choice?.offers ?? [])
  const [room, setRoom] = useState(choice?.room ?? 1)
  const [meets, setMeets] = useState(choice?.meets ?? false)
  const ids = (topics: Choice[]) => topics.map(({ id }) => id)
  const { act, pending, error } = useAct(
    () =>
      api('PUT /learning/pairing', {
        body: { wants: ids(wants), offers: ids(offers), room, meets, paused: choice?.paused ?? false },
      }),
    onClose,
  )
  const free = noted.filter(({ id }) => !wants.some((want) => want.id === id))
  return (
    <Dialog title={t('part.title')} onClose={onClose}>
      <Form onSubmit={act} error={error} actions={<DialogActs verb={t('keep')} pending={pending} onClose={onClose} />}>
        <p className={styles.soft}>{t('part.who')}</p>
        <Picker
          label={t('part.wants')}
          description={t('part.wantsHow')}
          value={wants}
          onChange={setWants}
          search={searchTopics()}
          suggest
          max={20}
          error={fieldError(error, 'wants')}
        />
        {free.length > 0 && (
          <div className={styles.acts}>
            <span className={styles.softly}>{t('part.noted')}</span>
            {free.map((topic) => (
              <Button
                key={topic.id}
                size="compact-sm"
                variant="default"
                onClick={() => setWants([...wants, { id: topic.id, name: topic.name }])}
              >
                {t('part.add', { topic: topic.name })}
              </Button>
            ))}
          </div>
        )}
        <Picker
          label={t('part.offers')}
          description={t('part.offersHow')}
          value={offers}
          onChange={setOffers}
          search={searchTopics()}
          suggest
          max={20}
          error={fieldError(error, 'offers')}
        />
        {offers.length > 0 && (
          <NumberInput
            label={t('part.room')}
            description={t('part.roomHow')}
            value={room}
            onChange={(value) => setRoom(Math.min(5, Math.max(1, Number(value) || 1)))}
            min={1}
            max={5}
            maw={280}
          />
        )}
        <Checkbox
          label={t('part.meets')}
          description={t('part.meetsHow')}
          checked={meets}
          onChange={(event) => setMeets(event.currentTarget.checked)}
        />
      </Form>
    </Dialog>
  )
}
