import { Button, Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, ApiRefusal, href, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { OrderActs } from '#order/OrderActs.tsx'
import { OrderNotes } from '#order/OrderNotes.tsx'
import {
  AddressTabs,
  CommunityTag,
  DiffView,
  Form,
  Go,
  ListSkeleton,
  Markdown,
  MarkdownEditor,
  Page,
  Section,
  toast,
  useAct,
  useGo,
  useTab,
} from '#ui/index.ts'
import { readAgain } from '../value/read-again.ts'
import styles from '../value/value.module.css'

type Report = Answer<'GET /value-reports/{valueReport}'>

const preview = async (markdown: string) => (await api('POST /markdown', { body: { markdown } })).html

/** A report as a page to read and print, to write on, and with its versions. */
export function ReportPage({ params }: { params: { valueReport: string } }) {
  const t = useWords('measurement')
  const when = useWhen()
  const { data: report } = useSuspenseQuery(query('GET /value-reports/{valueReport}', { params }))
  const tabs = (['read', ...(report.may.write ? (['write'] as const) : []), 'versions'] as const).map((id) => ({
    id,
    word: t(`worth.views.${id}`),
  }))
  const here = useTab(tabs)
  return (
    <Page
      title={report.title}
      above={
        <>
          {report.community ? (
            <CommunityTag
              {...report.community}
              long
              to={`${paths.communityValue(report.community.slug)}?view=reports`}
            />
          ) : (
            <Go to={paths.valueReports()}>{t('worth.ofOrganization')}</Go>
          )}
          <span>{t(`worth.reportKind.${report.kind}`)}</span>
        </>
      }
      lead={t('worth.fromTo', { from: when.day(report.from), to: when.day(report.to) })}
      actions={
        <>
          <Button variant="default" onClick={() => window.print()}>
            {t('worth.print')}
          </Button>
          <Button
            component="a"
            variant="default"
            className="screen-only"
            href={href('GET /value-reports/{valueReport}/markdown', { params })}
            download
          >
            {t('worth.markdown')}
          </Button>
        </>
      }
    >
      <OrderNotes kind="value_report" page={report.id} />
      <AddressTabs tabs={tabs} label={t('worth.viewsLabel')} />
      {here === 'write' ? (
        <Write report={report} />
      ) : here === 'versions' ? (
        <Versions report={report} />
      ) : (
        <Markdown html={report.text.html} />
      )}
      <OrderActs kind="value_report" page={report.id} texts={[report.text.html]} />
    </Page>
  )
}

function Write({ report }: { report: Report }) {
  const t = useWords('measurement')
  const go = useGo()
  const client = useQueryClient()
  const [base, setBase] = useState(report.version)
  const [text, setText] = useState(report.text.markdown)
  const [note, setNote] = useState('')
  const params = { valueReport: report.id }
  const { act, pending, error } = useAct(
    () => api('PUT /value-reports/{valueReport}', { params, body: { base, text, note } }),
    async ({ version }) => {
      await readAgain(client)
      toast(t('worth.keptVersion', { version }))
      go(paths.valueReport(report.id))
    },
  )
  const met = error instanceof ApiRefusal ? (error.current as Report | undefined) : undefined
  return (
    <Form
      onSubmit={act}
      error={error}
      actions={
        <Button type="submit" loading={pending}>
          {t('worth.keepVersion')}
        </Button>
      }
    >
      {met && met.version > base && (
        <Section title={t('worth.newer', { version: met.version })}>
          <DiffView before={text} after={met.text.markdown} />
          <Button variant="default" w="fit-content" onClick={() => setBase(met.version)}>
            {t('worth.goOn')}
          </Button>
        </Section>
      )}
      <MarkdownEditor
        label={t('worth.text')}
        description={t('worth.textHow')}
        value={text}
        onChange={setText}
        preview={preview}
        rows={24}
        required
      />
      <TextInput
        label={t('worth.versionNote')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={500}
      />
    </Form>
  )
}

function Versions({ report }: { report: Report }) {
  const t = useWords('measurement')
  const when = useWhen()
  const [against, setAgainst] = useState(Math.max(1, report.version - 1))
  const asked = { params: { valueReport: report.id, version: against } }
  const { data: before } = useQuery(query('GET /value-reports/{valueReport}/versions/{version}', asked))
  const said = (version: number) => {
    const { at, by, note } = report.versions.find((one) => one.version === version)!
    return [t('worth.versionOf', { version, day: when.day(at), name: by?.name ?? t('worth.somebody') }), note]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <Section title={t('worth.versions')} count={report.versions.length}>
      <ol className={styles.lines} reversed>
        {report.versions.map(({ version }) => (
          <li key={version}>{said(version)}</li>
        ))}
      </ol>
      {report.version > 1 && (
        <>
          <Select
            label={t('worth.compare')}
            data={report.versions
              .filter(({ version }) => version < report.version)
              .map(({ version }) => ({ value: String(version), label: said(version) }))}
            value={String(against)}
            onChange={(value) => value && setAgainst(Number(value))}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
          {before ? <DiffView before={before.text} after={report.text.markdown} /> : <ListSkeleton />}
        </>
      )}
    </Section>
  )
}
