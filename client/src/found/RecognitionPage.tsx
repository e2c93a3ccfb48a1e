import { Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { RecognitionAnswer, RecognitionQuestion } from '@mortar/contract/network-recognition'
import { useState } from 'react'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, fieldError, Form, Go, Page, PersonChip, Refusal, Section, toast } from '#ui/index.ts'
import styles from './found.module.css'

type Recognition = Answer<'GET /recognitions/{recognition}'>

/** One question for one person: is this a community, and what would you call it? */
export function RecognitionPage({ params }: { params: { recognition: string } }) {
  const t = useWords('found')
  const when = useWhen()
  const { data } = useSuspenseQuery(query('GET /recognitions/{recognition}', { params }))
  const { question, state, until, community, found, may } = data
  return (
    <Page
      title={t('ask.title')}
      lead={
        state === 'asking' ? t(question ? 'ask.lead' : 'howFar.lead', { day: when.day(until) }) : t(`ended.${state}`)
      }
      actions={may.withdraw && <Withdraw recognition={data} />}
    >
      {community && (
        <p>
          {t('ask.became')} <CommunityTag {...community} to={paths.community(community.slug)} />
        </p>
      )}
      {question ? <Question recognition={data} question={question} /> : <HowFar recognition={data} />}
      {found && (
        <p className={styles.soft}>
          <Go to={paths.found(found)}>{t('ask.evidence')}</Go>
        </p>
      )}
    </Page>
  )
}

function Question({ recognition, question }: { recognition: Recognition; question: RecognitionQuestion }) {
  const t = useWords('found')
  const { others, units, words, agreed } = question
  return (
    <>
      <p className={styles.question}>
        {others === null ? t('ask.some') : t('ask.about', { others, units: units ?? 1 })}
        {words.length > 0 && ` ${t('ask.words', { words: words.slice(0, 4).join(', ') })}`} {t('ask.so')}
      </p>
      {recognition.may.answer && <AnswerForm id={recognition.id} question={question} />}
      {agreed.length > 0 && (
        <Section title={t('ask.agreed')}>
          <p className={styles.words}>
            {agreed.map((person) => (
              <PersonChip key={person.id} {...person} to={paths.person(person.id)} />
            ))}
          </p>
        </Section>
      )}
      <p className={styles.soft}>{t('ask.private')}</p>
    </>
  )
}

function AnswerForm({ id, question }: { id: string; question: RecognitionQuestion }) {
  const t = useWords('found')
  const client = useQueryClient()
  const [answer, setAnswer] = useState<RecognitionAnswer | null>(question.answer)
  const [called, setCalled] = useState(question.called)
  const [namesMe, setNamesMe] = useState(question.namesMe)
  const saying = useMutation({
    mutationFn: (said: RecognitionAnswer) =>
      api('PUT /recognitions/{recognition}/answer', {
        params: { recognition: id },
        body: { answer: said, called, namesMe },
      }),
    onSuccess: async () => {
      await refresh(client, 'GET /recognitions/{recognition}', 'GET /recognitions', 'GET /found', 'GET /invitations')
      toast(t('ask.said'))
    },
  })
  const choices = ['yes', 'no', 'not_me'] as const
  return (
    <Form
      onSubmit={() => answer && saying.mutate(answer)}
      error={saying.error}
      actions={
        <Button type="submit" disabled={!answer} loading={saying.isPending}>
          {t(question.answer ? 'ask.change' : 'ask.send')}
        </Button>
      }
    >
      <Radio.Group label={t('ask.answer')} value={answer} onChange={(value) => setAnswer(value as RecognitionAnswer)}>
        <Stack gap="xs" mt="xs">
          {choices.map((value) => (
            <Radio key={value} value={value} label={t(`ask.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {answer === 'yes' && (
        <>
          <TextInput
            label={t('ask.called')}
            description={t('ask.calledHow')}
            maxLength={120}
            value={called}
            onChange={(event) => setCalled(event.currentTarget.value)}
            error={fieldError(saying.error, 'called')}
          />
          <Checkbox
            label={t('ask.namesMe')}
            description={t('ask.namesMeHow')}
            checked={namesMe}
            onChange={(event) => setNamesMe(event.currentTarget.checked)}
          />
        </>
      )}
    </Form>
  )
}

/** For who began it or keeps the office: how far it is, never who said what. */
function HowFar({ recognition: { asked, answered } }: { recognition: Recognition }) {
  const t = useWords('found')
  if (asked === null) return <p>{t('howFar.notAsked')}</p>
  return <p>{answered === null ? t('howFar.few', { asked }) : t('howFar.answered', { asked, answered })}</p>
}

function Withdraw({ recognition }: { recognition: Recognition }) {
  const t = useWords('found')
  const client = useQueryClient()
  const withdrawing = useMutation({
    mutationFn: () => api('DELETE /recognitions/{recognition}', { params: { recognition: recognition.id } }),
    onSuccess: () => refresh(client, 'GET /recognitions/{recognition}', 'GET /recognitions', 'GET /found'),
  })
  return (
    <>
      <Button variant="default" onClick={() => withdrawing.mutate()} loading={withdrawing.isPending}>
        {t('ask.withdraw')}
      </Button>
      <Refusal error={withdrawing.error} />
    </>
  )
}
