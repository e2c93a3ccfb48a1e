import { Button, Textarea, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, Page, toast, useAddress, useGo } from '#ui/index.ts'
import { CommunityField } from '../CommunityField.tsx'
import { useAct } from '../use-act.ts'

/** Tells of something from outside; a bookmark of the browser opens this page with title and address. */
export function NewSignalPage() {
  const t = useWords('sensing')
  const go = useGo()
  const [from] = useAddress()
  const { data } = useSuspenseQuery(query('GET /signals'))
  const { addFor, addForAll } = data.may
  const only = addFor.length === 1 && !addForAll ? addFor[0]!.id : undefined
  const [community, setCommunity] = useState(from.community ?? only)
  const [title, setTitle] = useState((from.title ?? '').slice(0, 300))
  const [link, setLink] = useState(from.url ?? '')
  const [summary, setSummary] = useState('')
  const { act, pending, error } = useAct(
    () =>
      api('POST /signals', {
        body: { community: community === 'all' ? null : (community ?? ''), title, link: link || null, summary },
      }),
    ({ id, known }) => {
      go(paths.signal(id), { replace: true })
      toast(t(known ? 'newSignal.known' : 'newSignal.done'))
    },
  )
  return (
    <Page title={t('newSignal.title')} lead={t('newSignal.lead')}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <Button type="submit" loading={pending}>
            {t('newSignal.action')}
          </Button>
        }
      >
        <CommunityField
          label={t('newSignal.community')}
          value={community}
          onChange={setCommunity}
          everybody={addForAll ? t('newSignal.everybody') : undefined}
          error={fieldError(error, 'community')}
        />
        <TextInput
          label={t('newSignal.name')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={fieldError(error, 'title')}
          maxLength={300}
          required
        />
        <TextInput
          type="url"
          label={t('newSignal.link')}
          description={t('newSignal.linkHow')}
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
          error={fieldError(error, 'link')}
          maxLength={2000}
        />
        <Textarea
          label={t('newSignal.summary')}
          description={t('newSignal.summaryHow')}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
          error={fieldError(error, 'summary')}
          autosize
          minRows={3}
          maxLength={4000}
        />
      </Form>
    </Page>
  )
}
