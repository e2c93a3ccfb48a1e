import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Form, Section, toast } from '#ui/index.ts'
import styles from '../survey.module.css'

type Report = Answer<'POST /sources/{source}/matrices'>['report']

/** Answers of a survey that was done elsewhere: looked at first, then brought in as they are. */
export function BringMatrices({ source }: { source: string }) {
  const t = useWords('survey')
  const client = useQueryClient()
  const [files, setFiles] = useState<readonly File[]>([])
  const [on, setOn] = useState('')
  const [looked, setLooked] = useState<Report>()
  const bringing = useMutation({
    mutationFn: async (dryRun: boolean) => {
      const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
      return api('POST /sources/{source}/matrices', {
        params: { source },
        body: { files: texts, on: on || null, dryRun },
      })
    },
    onSuccess: async ({ import: made, report }) => {
      if (made === null) return setLooked(report)
      setLooked(undefined)
      await refresh(
        client,
        'GET /sources/{source}',
        'GET /sources/{source}/imports',
        'GET /sources/{source}/identities',
      )
      toast(t('matrices.brought'))
    },
  })
  return (
    <Section title={t('matrices.title')}>
      <p className={styles.said}>{t('matrices.what')}</p>
      <Form
        onSubmit={() => bringing.mutate(looked === undefined)}
        error={bringing.error}
        actions={
          <Button type="submit" disabled={files.length === 0} loading={bringing.isPending}>
            {t(looked ? 'matrices.bring' : 'matrices.look')}
          </Button>
        }
      >
        <label className={styles.files}>
          <span>{t('matrices.files')}</span>
          <input
            type="file"
            multiple
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={(event) => {
              setFiles([...(event.currentTarget.files ?? [])])
              setLooked(undefined)
            }}
          />
        </label>
        <TextInput
          type="date"
          label={t('matrices.on')}
          maw={240}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        {looked && <Looked report={looked} />}
      </Form>
    </Section>
  )
}

function Looked({ report: { kept, traces, identities, notes, skipped } }: { report: Report }) {
  const t = useWords('survey')
  const of = identities.matched + identities.unknown
  return (
    <div role="status">
      <strong>{t('matrices.looked')}</strong>
      <p>{t('matrices.kept', { kept, traces, matched: identities.matched, of })}</p>
      <ul className={styles.questions}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {skipped.map(({ why, sentence }) => (
          <li key={why}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
