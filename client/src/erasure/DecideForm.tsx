import { Button, Radio, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ApiRefusal } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, Section } from '#ui/index.ts'
import styles from './erasure.module.css'
import type { Looked } from './Outlook.tsx'

interface DecideFormProps {
  person: { id: string; name: string }
  looked: Looked
  onDecided: (now: boolean) => Promise<unknown> | void
}

/** Nobody is erased by accident: the name is typed, and the button says when. */
export function DecideForm({ person: { id, name }, looked, onDecided }: DecideFormProps) {
  const t = useWords('erasure')
  const waits = looked.erasure?.state === 'waiting'
  const [when, setWhen] = useState(waits ? 'now' : 'later')
  const [typed, setTyped] = useState('')
  const now = when === 'now'
  const deciding = useMutation({
    mutationFn: () => api('PUT /people/{person}/erasure', { params: { person: id }, body: { name: typed, now } }),
    onSuccess: () => onDecided(now),
  })
  const error = deciding.error instanceof ApiRefusal ? deciding.error : undefined
  const { days } = looked
  if (looked.lastOfOffice) return <p className={styles.said}>{t('lastOfOffice')}</p>
  return (
    <Section title={t('decide')}>
      <div className={styles.decide}>
        <Form
          onSubmit={() => deciding.mutate()}
          error={error}
          actions={
            <Button type="submit" {...(now && { color: 'red' })} loading={deciding.isPending} disabled={!typed.trim()}>
              {now ? t('doNow') : t('doLater', { days })}
            </Button>
          }
        >
          <Radio.Group label={t('when')} value={when} onChange={setWhen}>
            {!waits && (
              <Radio
                value="later"
                label={t('later', { days })}
                description={t(looked.erasure?.askedAt ? 'laterHow' : 'laterHowOffice', { name })}
                mt="xs"
              />
            )}
            <Radio value="now" label={t('now')} description={t('nowHow')} mt="xs" />
          </Radio.Group>
          <TextInput
            label={t('typeName')}
            description={<span data-no-words>{t('typeNameHow', { name })}</span>}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            error={fieldError(error, 'name')}
          />
          <p className={styles.soft}>{t('final')}</p>
        </Form>
      </div>
    </Section>
  )
}
