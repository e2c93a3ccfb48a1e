import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { useGo } from '#ui/index.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import type { Signal } from '../types.ts'

export type Meaning = 'inquiry' | 'watch' | 'nothing'

const inThreeMonths = () => new Date(Date.now() + 91 * 86_400_000).toISOString().slice(0, 10)

/** Why it means that. An inquiry is asked on its own page, which keeps the reason with the signal once it is asked. */
export function TriageDialog({ signal, meaning, onClose }: { signal: Signal; meaning: Meaning; onClose: () => void }) {
  const t = useWords('sensing')
  const go = useGo()
  const [until, setUntil] = useState(inThreeMonths())
  const act = async (reason: string) => {
    if (meaning === 'inquiry') {
      if (reason.trim() === '') throw new Error(t('triage.reasonNeeded'))
      const community = signal.community?.id
      go(paths.ask({ title: signal.title, ...(community && { community }), signal: signal.id, why: reason }))
      return
    }
    await api('PUT /signals/{signal}/triage', {
      params: { signal: signal.id },
      body: { outcome: meaning, reason, watchUntil: meaning === 'watch' ? until || null : null },
    })
  }
  return (
    <ReasonDialog
      title={t(`meaning.${meaning}`)}
      label={t(`triage.${meaning}Why`)}
      hint={t(`triage.${meaning}How`)}
      verb={t(meaning === 'inquiry' ? 'triage.ask' : 'keep')}
      {...(meaning !== 'inquiry' && { done: t('triage.kept') })}
      onAct={act}
      onClose={onClose}
    >
      {meaning === 'watch' && (
        <TextInput
          type="date"
          label={t('triage.until')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          required
        />
      )}
    </ReasonDialog>
  )
}
