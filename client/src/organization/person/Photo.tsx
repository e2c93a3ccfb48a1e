import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Initials, toast, useAct } from '#ui/index.ts'
import type { Person } from '../sections.ts'
import { inSquare } from './square.ts'
import styles from './person.module.css'

/** A photo of oneself, or initials. What is chosen is cut to a small square here, so that nothing else leaves the machine. */
export function Photo({ person }: { person: Person }) {
  const t = useWords('organization')
  const client = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const params = { person: person.id }
  const done = (words: string) => async () => {
    await client.invalidateQueries()
    toast(words)
  }
  const choose = useAct(
    async () => {
      const form = new FormData()
      form.append('file', await inSquare(field.current!.files![0]!, t('person.photoUnreadable')), 'photo.jpg')
      const { id: file } = await api('POST /files', { form })
      await api('PUT /people/{person}/photo', { params, body: { file } })
      field.current!.value = ''
    },
    done(t('person.photoShown')),
  )
  const remove = useAct(() => api('DELETE /people/{person}/photo', { params }), done(t('person.photoGone')))
  const error = choose.error ?? remove.error
  return (
    <div className={styles.photo} role="group" aria-label={t('person.photo')}>
      <Initials name={person.name} photo={person.photo} size={72} />
      <div className={styles.photoActs}>
        <p className={styles.soft}>{t('person.photoHow')}</p>
        <Button variant="default" loading={choose.pending} onClick={() => field.current!.click()}>
          {t('person.photoChoose')}
        </Button>
        {person.photo && (
          <Button variant="subtle" loading={remove.pending} onClick={remove.act}>
            {t('person.photoRemove')}
          </Button>
        )}
        {error && <p role="alert">{error.message}</p>}
      </div>
      <input
        ref={field}
        hidden
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        aria-label={t('person.photo')}
        onChange={(event) => event.currentTarget.files?.length && choose.act()}
      />
    </div>
  )
}
