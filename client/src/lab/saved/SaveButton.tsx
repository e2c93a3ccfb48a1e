import { Button } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Experiment, Model, Results } from '@mortar/simulation'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Dialog, useGo } from '#ui/index.ts'
import { askable } from '../plan/fields.ts'
import { planOf, resultOf } from '../plan/plan.ts'
import { useModelWords } from '../words.ts'
import { type SavedAs, SavedFields } from './SavedFields.tsx'
import styles from './saved.module.css'

interface SaveButtonProps {
  model: Model
  plan: Experiment
  sound: boolean
  /** What came out, once the runs are whole. */
  results: Results | undefined
  /** The page that it is made on, and opens on. */
  view?: 'curves' | 'sweep' | 'compare'
}

/** Saves what is set, and what came out where the runs are whole. */
export function SaveButton({ model, plan, sound, results, view = 'curves' }: SaveButtonProps) {
  const t = useWords('lab')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        disabled={!sound}
        onClick={() => setOpen(true)}
        leftSection={<IconDeviceFloppy size={18} aria-hidden="true" />}
      >
        {t('save.open')}
      </Button>
      {open && <SaveDialog model={model} plan={plan} results={results} view={view} onClose={() => setOpen(false)} />}
    </>
  )
}

function SaveDialog({
  model,
  plan,
  results,
  view = 'curves',
  onClose,
}: Omit<SaveButtonProps, 'sound'> & { onClose: () => void }) {
  const t = useWords('lab')
  const go = useGo()
  const client = useQueryClient()
  const suggested = useSuggestedName(model, plan)
  const saving = useMutation({
    mutationFn: ({ name, note, shared }: SavedAs) =>
      api('POST /experiments', {
        body: {
          name,
          note,
          seen: shared ? 'organization' : 'me',
          model: model.name,
          plan: planOf(plan, view),
          result: results ? resultOf(model, results) : null,
        },
      }),
    onSuccess: async ({ id }) => {
      await refresh(client, 'GET /experiments')
      go(paths.experiment(id))
    },
  })
  return (
    <Dialog title={t('save.title')} onClose={onClose}>
      <SavedFields
        first={{ name: suggested, note: '', shared: false }}
        onSave={saving.mutate}
        saving={saving}
        noteHow={t('save.noteHow')}
      >
        <p className={styles.soft}>{t(results ? 'save.withNumbers' : 'save.withoutNumbers')}</p>
      </SavedFields>
    </Dialog>
  )
}

/** The model and what differs from what was published. */
function useSuggestedName(model: Model, { settings, cells }: Experiment): string {
  const words = useModelWords()
  const changed = askable(model).flatMap((field) => {
    const value = settings[field.name]
    if (value === undefined) return []
    const said = typeof value === 'string' ? words.choiceShort(model.name, field.name, value) : String(value)
    return [`${words.setting(model.name, field.name)} ${said}`]
  })
  const swept = Object.keys(cells[0] ?? {}).map((name) => words.setting(model.name, name))
  return [words.model(model.name), ...swept, ...changed].join(', ').slice(0, 200)
}
