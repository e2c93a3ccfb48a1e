import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { languageOf, useWords } from '#app/words.ts'
import { Form, ListSkeleton, Section, toast } from '#ui/index.ts'
import { type Naming, NamingFields } from '../NamingFields.tsx'

/** What the organization is called, and how it writes words and times. */
export function NamingTab() {
  const { data: me } = useMe()
  if (!me) return <ListSkeleton lines={3} />
  const { name, language, timeZone } = me.organization
  return <NamingForm now={{ name, language: languageOf(language), timeZone }} />
}

function NamingForm({ now }: { now: Naming }) {
  const t = useWords('account')
  const client = useQueryClient()
  const [naming, setNaming] = useState(now)
  const save = useMutation({
    mutationFn: () => api('PUT /organization/naming', { body: naming }),
    onSuccess: async () => {
      await refresh(client, 'GET /me')
      toast(t('office.naming.saved'))
    },
  })
  return (
    <Section title={t('office.naming.title')}>
      <p>{t('office.naming.what')}</p>
      <Form
        onSubmit={() => save.mutate()}
        error={save.error}
        actions={
          <Button type="submit" loading={save.isPending}>
            {t('office.naming.save')}
          </Button>
        }
      >
        <NamingFields value={naming} onChange={setNaming} error={save.error} />
      </Form>
    </Section>
  )
}
