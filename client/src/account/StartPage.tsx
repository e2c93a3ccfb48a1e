import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { isSignedOut, useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { currentLanguage, languageOf, useWords } from '#app/words.ts'
import { Form, Go, Page, PageSkeleton, useGo } from '#ui/index.ts'
import styles from './account.module.css'
import { type Naming, NamingFields } from './NamingFields.tsx'

const choices = ['example', 'import', 'empty'] as const
type Choice = (typeof choices)[number]
const next: Record<Choice, string> = {
  example: paths.home(),
  import: paths.importOrganization(),
  empty: paths.home(),
}

/** How an organization begins. */
export function StartPage() {
  const t = useWords('account')
  const { data: me, error } = useMe()
  const [choice, setChoice] = useState<Choice>('example')
  const [naming, setNaming] = useState<Naming>(() => ({
    name: '',
    language: languageOf(currentLanguage()),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }))
  const begin = useBeginning(choice, naming)

  if (isSignedOut(error))
    return <Elsewhere to={paths.signIn(paths.start())} title={t('start.signedOut')} verb={t('signIn.do')} />
  if (!me) return <PageSkeleton />
  if (me.organization.name || !me.may.administer) {
    return (
      <Elsewhere to={paths.home()} title={t('start.begun', { name: me.organization.name })} verb={t('start.home')} />
    )
  }
  return (
    <Page title={t('start.title')} lead={t('start.lead')}>
      <Form
        onSubmit={() => begin.mutate()}
        error={begin.error}
        actions={
          <Button type="submit" size="md" loading={begin.isPending}>
            {t('start.do')}
          </Button>
        }
      >
        <fieldset className={styles.choices}>
          <legend className="unseen">{t('start.title')}</legend>
          {choices.map((one) => (
            <label key={one} className={styles.choice}>
              <input type="radio" name="choice" checked={choice === one} onChange={() => setChoice(one)} />
              <span className={styles.choiceTitle}>{t(`start.${one}.title`)}</span>
              <span className={styles.choiceText}>{t(`start.${one}.text`)}</span>
            </label>
          ))}
        </fieldset>
        {choice !== 'example' && <NamingFields value={naming} onChange={setNaming} error={begin.error} />}
        {begin.isPending && choice === 'example' && <p className={styles.hint}>{t('start.example.wait')}</p>}
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
  })
}
