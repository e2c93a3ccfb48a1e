import type { PulseTheme } from '@mortar/contract/measurement-pulse'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, Form, toast } from '#ui/index.ts'
import styles from './pulse.module.css'
import { readAgain } from './read-again.ts'

interface OpenWaveProps {
  /** Without it the whole organization is asked. */
  community?: string
  next: readonly PulseTheme[]
  themes: Answer<'GET /pulse'>['themes']
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Opens a wave: the themes whose turn it is are chosen already. */
export function OpenWave(props: OpenWaveProps) {
  const t = useWords('measurement')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('pulse.open')}
      </Button>
      {open && <OpenDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function OpenDialog({ community, next, themes, onClose }: OpenWaveProps & { onClose: () => void }) {
  const t = useWords('measurement')
  const client = useQueryClient()
  const [chosen, setChosen] = useState<PulseTheme[]>([...next])
  const [closes, setCloses] = useState(inDays(14))
  const body = { themes: chosen, closes }
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      community
        ? api('POST /communities/{community}/pulse/waves', { params: { community }, body })
        : api('POST /pulse/waves', { body }),
    onSuccess: async () => {
      await readAgain(client)
      toast(t('pulse.opened'))
      onClose()
    },
  })
  return (
    <Dialog title={t('pulse.open')} onClose={onClose}>
      <Form
        onSubmit={() => mutate()}
        error={error}
        actions={
          <>
            <Button type="submit" loading={isPending} disabled={chosen.length === 0}>
              {t('pulse.openNow')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <p className={styles.soft}>{t('pulse.openHow')}</p>
        <Checkbox.Group
          label={t('pulse.themes')}
          value={chosen}
          onChange={(values) => setChosen(values as PulseTheme[])}
        >
          <div className={styles.themes}>
            {themes.map(({ theme, name, meaning }) => (
              <Checkbox
                key={theme}
                value={theme}
                label={<span data-no-words>{name}</span>}
                description={<span data-no-words>{meaning}</span>}
              />
            ))}
          </div>
        </Checkbox.Group>
        <TextInput
          type="date"
          label={t('pulse.lastDay')}
          value={closes}
          onChange={(event) => setCloses(event.currentTarget.value)}
          min={inDays(3)}
          max={inDays(42)}
          required
          w="fit-content"
        />
      </Form>
    </Dialog>
  )
}
