import { Button, Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query } from '#app/api.ts'
import { useOfOrganization } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Dialog, fieldError, Form, Go, Section, toast } from '#ui/index.ts'
import { useQueryClient } from '@tanstack/react-query'
import styles from '../sensing.module.css'
import { readAgain, useAct } from '../use-act.ts'

type Subject = { community: string } | { practice: string }
type Serving = Answer<'GET /communities/{community}/imperatives'>

/** The imperatives that a community or a practice serves, beside it; who speaks for it may name more. */
export function Serves({ of }: { of: Subject }) {
  const t = useWords('sensing')
  const within = useOfOrganization()
  const ofCommunity = useQuery({
    ...query('GET /communities/{community}/imperatives', {
      params: { community: 'community' in of ? of.community : '' },
    }),
    enabled: within && 'community' in of,
  })
  const ofPractice = useQuery({
    ...query('GET /practices/{practice}/imperatives', { params: { practice: 'practice' in of ? of.practice : '' } }),
    enabled: within && 'practice' in of,
  })
  const [naming, setNaming] = useState(false)
  const data = 'community' in of ? ofCommunity.data : ofPractice.data
  if (!data || (data.serves.length === 0 && data.others.length === 0)) return null
  return (
    <Section small title={t('serves.title')}>
      {data.serves.length === 0 && <p className={styles.soft}>{t('serves.none')}</p>}
      <ul className={styles.services}>
        {data.serves.map((one) => (
          <li key={one.id}>
            <Go to={paths.imperative(one.id)}>{one.title}</Go>
            <span className={styles.soft}>{one.how}</span>
            {data.may.name && <Release of={of} one={one} />}
          </li>
        ))}
      </ul>
      {data.may.name && data.others.length > 0 && (
        <Button className={styles.start} size="compact-sm" variant="default" mt="xs" onClick={() => setNaming(true)}>
          {t('serves.name')}
        </Button>
      )}
      {naming && <NameDialog of={of} others={data.others} onClose={() => setNaming(false)} />}
    </Section>
  )
}

const put = (of: Subject, imperative: string, how: string) =>
  'community' in of
    ? api('PUT /imperatives/{imperative}/communities/{community}', {
        params: { imperative, community: of.community },
        body: { how },
      })
    : api('PUT /imperatives/{imperative}/practices/{practice}', {
        params: { imperative, practice: of.practice },
        body: { how },
      })
const remove = (of: Subject, imperative: string) =>
  'community' in of
    ? api('DELETE /imperatives/{imperative}/communities/{community}', {
        params: { imperative, community: of.community },
      })
    : api('DELETE /imperatives/{imperative}/practices/{practice}', { params: { imperative, practice: of.practice } })

function Release({ of, one }: { of: Subject; one: Serving['serves'][number] }) {
  const t = useWords('sensing')
  const client = useQueryClient()
  const again = () => readAgain(client)
  return (
    <Button
      className={styles.start}
      size="compact-sm"
      variant="subtle"
      color="gray"
      onClick={() =>
        void actWithUndo(
          t('serves.released'),
          () => remove(of, one.id).then(again),
          () => put(of, one.id, one.how).then(again),
        )
      }
    >
      {t('serves.release')}
      <span className="unseen"> {one.title}</span>
    </Button>
  )
}

function NameDialog({ of, others, onClose }: { of: Subject; others: Serving['others']; onClose: () => void }) {
  const t = useWords('sensing')
  const [imperative, setImperative] = useState(others[0]!.id)
  const [how, setHow] = useState('')
  const { act, pending, error } = useAct(
    () => put(of, imperative, how),
    () => {
      toast(t('serves.named'))
      onClose()
    },
  )
  return (
    <Dialog title={t('serves.name')} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending}>
              {t('serves.do')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Select
          label={t('imperative.one')}
          data={others.map(({ id, title }) => ({ value: id, label: title }))}
          value={imperative}
          onChange={(value) => value && setImperative(value)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        <Textarea
          label={t('serves.how')}
          description={t('serves.howHow')}
          value={how}
          onChange={(event) => setHow(event.currentTarget.value.replaceAll('\n', ' '))}
          error={fieldError(error, 'how')}
          autosize
          minRows={2}
          maxLength={500}
          required
          data-autofocus
        />
      </Form>
    </Dialog>
  )
}
