import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { isSignedOut, useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { currentLanguage, languageOf, useWords } from '#app/words.ts'
import { Form, Go, Page, PageSkeleton, Refusal, useGo } from '#ui/index.ts'
import { type Choice, ChoiceField } from './ChoiceField.tsx'
import { type Naming, NamingFields } from './NamingFields.tsx'
import { useHereAlready } from './use-here-already.ts'

type Beginning = Answer<'GET /organization/beginning'>

const next: Record<Choice, string> = {
  example: paths.home(),
  import: paths.importOrganization(),
  empty: paths.home(),
  here: paths.home(),
}

/** How an organization begins. */
export function StartPage() {
  const t = useWords('account')
  const { data: me, error } = useMe()
  const mayBegin = me !== undefined && me.may.administer && !me.organization.name
  const beginning = useQuery({ ...query('GET /organization/beginning'), enabled: mayBegin })

  if (isSignedOut(error))
    return <Elsewhere to={paths.signIn(paths.start())} title={t('start.signedOut')} verb={t('signIn.do')} />
  if (me && !mayBegin) {
    return (
      <Elsewhere to={paths.home()} title={t('start.begun', { name: me.organization.name })} verb={t('start.home')} />
    )
  }
  if (beginning.error) return <Refusal error={beginning.error} />
  if (!beginning.data) return <PageSkeleton />
  return <Begin key={beginning.data.may.choose.join()} {...beginning.data} />
}

function Begin({ here, may }: Beginning) {
  const t = useWords('account')
  const hereAlready = useHereAlready(here)
  const [choice, setChoice] = useState(may.choose[0]!)
  const [naming, setNaming] = useState<Naming>(() => ({
    name: '',
    language: languageOf(currentLanguage()),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }))
  const begin = useBeginning(choice, naming)
  const words =
    choice === 'here'
      ? { title: t('start.here.title'), lead: hereAlready }
      : { title: t('start.title'), lead: t('start.lead') }

  return (
    <Page {...words}>
      <Form
        onSubmit={() => begin.mutate()}
        error={begin.error}
        actions={
          <Button type="submit" size="md" loading={begin.isPending}>
            {t('start.do')}
          </Button>
        }
      >
        {may.choose.length > 1 && <ChoiceField choices={may.choose} value={choice} onChange={setChoice} />}
        {choice !== 'example' && <NamingFields value={naming} onChange={setNaming} error={begin.error} />}
        {begin.isPending && choice === 'example' && <p>{t('start.example.wait')}</p>}
      </Form>
    </Page>
  )
}

const Elsewhere = ({ to, title, verb }: { to: string; title: string; verb: string }) => (
  <Page title={title}>
    <Button component={Go} to={to} w="fit-content">
      {verb}
    </Button>
  </Page>
)

function useBeginning(choice: Choice, naming: Naming) {
  const client = useQueryClient()
  const go = useGo()
  return useMutation({
    mutationFn: () =>
      api('POST /organization/beginning', { body: choice === 'example' ? { choice } : { choice, ...naming } }),
    onSuccess: () => {
      client.clear()
      go(next[choice], { replace: true })
    },
    // Something may have come from a terminal while this page was open.
    onError: () => refresh(client, 'GET /organization/beginning'),
  })
}
