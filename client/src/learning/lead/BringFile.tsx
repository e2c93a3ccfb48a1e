import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, fieldError, Form, Picker, toast } from '#ui/index.ts'
import styles from '../learning.module.css'
import { searchCommunities } from '../topics.ts'
import type { Report } from '../types.ts'
import { useAct } from '../use-act.ts'
import { Looked } from './Looked.tsx'
import { textOf } from './text-of.ts'

/** A file is looked at first; what it would do is told before it does it. */
export function BringFile({ kind }: { kind: 'catalogue' | 'assessment' }) {
  const t = useWords('learning')
  const [file, setFile] = useState<File>()
  const [title, setTitle] = useState('')
  const [community, setCommunity] = useState<Choice[]>([])
  const [looked, setLooked] = useState<Report>()
  const { act, pending, error } = useAct(
    async () => {
      const sent = { file: { name: file!.name.slice(0, 200), text: await textOf(file!) }, dryRun: looked === undefined }
      return kind === 'catalogue'
        ? api('POST /learning/catalogue', { body: sent })
        : api('POST /learning/needs-assessments/imports', {
            body: { ...sent, title, community: community[0]?.id ?? '' },
          })
    },
    ({ import: made, report }) => {
      if (looked === undefined) return setLooked(report)
      setLooked(undefined)
      toast(t(made ? 'bring.brought' : 'bring.same'))
    },
  )
  const ready = file !== undefined && (kind === 'catalogue' || (title !== '' && community.length === 1))
  const nothing = looked !== undefined && looked.added + looked.changed === 0
  return (
    <Form
      onSubmit={act}
      error={error}
      actions={
        <>
          <Button type="submit" disabled={!ready || nothing} loading={pending}>
            {t(looked ? 'bring.bring' : 'bring.look')}
          </Button>
          {looked && (
            <Button variant="default" onClick={() => setLooked(undefined)}>
              {t('bring.again')}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.said}>{t(`bring.${kind}How`)}</p>
      {kind === 'assessment' && (
        <div className={styles.pair}>
          <TextInput
            label={t('bring.name')}
            description={t('bring.nameHow')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={fieldError(error, 'title')}
            maxLength={200}
            required
          />
          <Picker
            label={t('bring.community')}
            description={t('bring.communityHow')}
            value={community}
            onChange={setCommunity}
            search={searchCommunities}
            max={1}
            required
            error={fieldError(error, 'community')}
          />
        </div>
      )}
      <label className={styles.file}>
        <span>{t('bring.file')}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0])
            setLooked(undefined)
          }}
        />
      </label>
      {looked && <Looked report={looked} />}
    </Form>
  )
}
