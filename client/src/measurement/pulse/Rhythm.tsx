import { Button, NumberInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Dialog, DialogActs, fieldError, Form, toast, useAct } from '#ui/index.ts'
import styles from './pulse.module.css'
import { readAgain } from './read-again.ts'

type Held = Answer<'GET /pulse'>['rhythm']
interface RhythmProps {
  /** Without it the whole organization is asked. */
  community?: string
  rhythm: Held
  may: boolean
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const put = (community: string | undefined, body: { weeks: number; lasts: number; until: string }) =>
  community
    ? api('PUT /communities/{community}/pulse/rhythm', { params: { community }, body })
    : api('PUT /pulse/rhythm', { body })
const stop = (community: string | undefined) =>
  community
    ? api('DELETE /communities/{community}/pulse/rhythm', { params: { community } })
    : api('DELETE /pulse/rhythm')

/** Whether pulses open by themselves here, said to all; set and ended by those who may open one. */
export function Rhythm({ community, rhythm, may }: RhythmProps) {
  const t = useWords('measurement')
  const when = useWhen()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  if (!rhythm && !may) return null
  const end = () =>
    actWithUndo(
      t('pulse.rhythmStopped'),
      () => stop(community).then(() => readAgain(client)),
      () => put(community, rhythm!).then(() => readAgain(client)),
    )
  return (
    <div className={styles.rhythm}>
      {rhythm && (
        <p className={styles.soft}>
          {t('pulse.rhythmIs', { weeks: rhythm.weeks, lasts: rhythm.lasts, day: when.day(rhythm.until) })}{' '}
          {rhythm.next ? t('pulse.rhythmNext', { day: when.day(rhythm.next) }) : t('pulse.rhythmOver')}
        </p>
      )}
      {may && (
        <Button variant="subtle" color="gray" onClick={() => setOpen(true)}>
          {t(rhythm ? 'pulse.rhythmChange' : 'pulse.rhythm')}
        </Button>
      )}
      {may && rhythm && (
        <Button variant="subtle" color="gray" onClick={() => void end()}>
          {t('pulse.rhythmStop')}
        </Button>
      )}
      {open && <RhythmDialog community={community} rhythm={rhythm} onClose={() => setOpen(false)} />}
    </div>
  )
}

interface RhythmDialogProps {
  community: string | undefined
  rhythm: Held
  onClose: () => void
}

function RhythmDialog({ community, rhythm, onClose }: RhythmDialogProps) {
  const t = useWords('measurement')
  const client = useQueryClient()
  const [weeks, setWeeks] = useState(rhythm?.weeks ?? 8)
  const [lasts, setLasts] = useState(rhythm?.lasts ?? 14)
  const [until, setUntil] = useState(rhythm?.until ?? inDays(365))
  const { act, pending, error } = useAct(
    () => put(community, { weeks, lasts, until }),
    async () => {
      await readAgain(client)
      toast(t('pulse.rhythmSet'))
      onClose()
    },
  )
  return (
    <Dialog title={t('pulse.rhythm')} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={<DialogActs verb={t('pulse.rhythm')} pending={pending} onClose={onClose} />}
      >
        <p className={styles.soft}>{t('pulse.rhythmHow')}</p>
        <NumberInput
          label={t('pulse.rhythmWeeks')}
          value={weeks}
          onChange={(value) => setWeeks(Number(value))}
          min={4}
          max={26}
          error={fieldError(error, 'weeks')}
          required
          w="fit-content"
          data-autofocus
        />
        <NumberInput
          label={t('pulse.rhythmLasts')}
          value={lasts}
          onChange={(value) => setLasts(Number(value))}
          min={3}
          max={27}
          error={fieldError(error, 'lasts')}
          required
          w="fit-content"
        />
        <TextInput
          type="date"
          label={t('pulse.rhythmUntil')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          min={inDays(1)}
          max={inDays(730)}
          required
          w="fit-content"
        />
      </Form>
    </Dialog>
  )
}
