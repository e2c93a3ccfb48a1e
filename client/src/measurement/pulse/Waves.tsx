import type { PulseWave } from '@mortar/contract/measurement-pulse'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Confirm, EmptyState, Go, Mark } from '#ui/index.ts'
import styles from './pulse.module.css'
import { readAgain } from './read-again.ts'
import { ThemeCard } from './ThemeCard.tsx'

interface WavesProps {
  waves: readonly PulseWave[]
  themes?: Answer<'GET /pulse'>['themes']
  mayClose?: boolean
  /** The first day of the next wave. */
  from?: string | null
}

/** What is open, and beneath it theme by theme what closed waves say. */
export function Waves({ waves, themes = [], mayClose = false, from = null }: WavesProps) {
  const t = useWords('measurement')
  const when = useWhen()
  const open = waves.filter(({ state, figures }) => state === 'open' || figures.length === 0)
  const closed = waves.filter(({ figures }) => figures.length > 0).toReversed()
  const asked = themes.filter(({ theme }) => closed.some((wave) => wave.themes.some((one) => one.theme === theme)))
  if (waves.length === 0) return <EmptyState title={t('pulse.none')}>{t('pulse.noneHow')}</EmptyState>
  return (
    <>
      {open.map((wave) => (
        <OpenLine key={wave.id} wave={wave} mayClose={mayClose} />
      ))}
      {from && open.length === 0 && <p className={styles.soft}>{t('pulse.nextFrom', { day: when.day(from) })}</p>}
      {asked.length > 0 && (
        <div className={styles.cards}>
          {asked.map((theme) => (
            <ThemeCard key={theme.theme} {...theme} waves={closed} />
          ))}
        </div>
      )}
    </>
  )
}

function OpenLine({ wave, mayClose }: { wave: PulseWave; mayClose: boolean }) {
  const t = useWords('measurement')
  const when = useWhen()
  const [closing, setClosing] = useState(false)
  return (
    <div className={styles.open}>
      <p className={styles.facts}>
        {wave.community && <CommunityTag {...wave.community} long to={paths.communityPulse(wave.community.slug)} />}
        <Mark kind={wave.state === 'open' ? 'note' : 'quiet'}>
          {wave.state === 'open' ? t('pulse.openUntil', { day: when.day(wave.closes) }) : t('pulse.closing')}
        </Mark>
        <span data-no-words>{when.list(wave.themes.map(({ name }) => name))}</span>
        <span>{wave.answered > 0 ? t('pulse.answeredBy', { count: wave.answered }) : t('pulse.answeredFew')}</span>
      </p>
      {wave.state === 'open' && (
        <div className={styles.acts}>
          {wave.mine === 'waiting' && (
            <Button component={Go} to={paths.answerPulse(wave.id)}>
              {t('pulse.answer')}
            </Button>
          )}
          {wave.mine === 'answered' && <Mark kind="worked">{t('pulse.youAnswered')}</Mark>}
          {mayClose && (
            <Button variant="default" onClick={() => setClosing(true)}>
              {t('pulse.close')}
            </Button>
          )}
        </div>
      )}
      {closing && <CloseDialog wave={wave.id} onClose={() => setClosing(false)} />}
    </div>
  )
}

function CloseDialog({ wave, onClose }: { wave: string; onClose: () => void }) {
  const t = useWords('measurement')
  const client = useQueryClient()
  const close = async () => {
    await api('PUT /pulse/waves/{wave}/end', { params: { wave } })
    await readAgain(client)
  }
  return (
    <Confirm title={t('pulse.closeTitle')} verb={t('pulse.close')} onConfirm={close} onClose={onClose}>
      <p>{t('pulse.closeHow')}</p>
    </Confirm>
  )
}
