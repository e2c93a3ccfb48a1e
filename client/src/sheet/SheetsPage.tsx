import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityFrame } from '#community/CommunityFrame.tsx'
import { useCommunity } from '#community/use-community.ts'
import { Go, Mark, Section, toast, useGo } from '#ui/index.ts'
import styles from './sheet.module.css'
import { StateMark } from './StateMark.tsx'

type Sheets = Answer<'GET /communities/{community}/sheets'>

/** The sheets of a community by their state, and the templates to start one from. */
export function SheetsPage({ params }: { params: { community: string } }) {
  const t = useWords('sheet')
  const community = useCommunity(params.community)
  const { data } = useSuspenseQuery(query('GET /communities/{community}/sheets', { params }))
  const kept = data.items.filter(({ discarded }) => !discarded)
  return (
    <CommunityFrame community={community}>
      <p className={styles.lead}>{t('lead')}</p>
      <Section title={t('sheets')} count={kept.length || undefined}>
        {kept.length === 0 && <p className={styles.soft}>{t('none')}</p>}
        <Lines lines={kept} slug={community.slug} />
        {data.items.length > kept.length && (
          <details>
            <summary>{t('setAside', { count: data.items.length - kept.length })}</summary>
            <Lines lines={data.items.filter(({ discarded }) => discarded)} slug={community.slug} />
          </details>
        )}
      </Section>
      <Templates data={data} slug={community.slug} />
    </CommunityFrame>
  )
}

const Lines = ({ lines, slug }: { lines: Sheets['items']; slug: string }) => (
  <ul className={styles.lines}>
    {lines.map((line) => (
      <Line key={line.id} line={line} slug={slug} />
    ))}
  </ul>
)

function Line({ line, slug }: { line: Sheets['items'][number]; slug: string }) {
  const t = useWords('sheet')
  const when = useWhen()
  const { template, title, state, checked, by, at, discarded, hidden } = line
  return (
    <li>
      <Go to={paths.sheet(slug, line.id)} className={styles.name!}>
        <span data-no-words>{title}</span>
      </Go>
      <p className={styles.facts}>
        <StateMark state={discarded ? 'discarded' : state} />
        {hidden && <Mark kind="failed">{t('hidden')}</Mark>}
        {template.name !== title && <span data-no-words>{template.name}</span>}
        {checked && <span>{t('checked', checked)}</span>}
        <span>{by ? t('writtenBy', { on: when.day(at), name: by.name }) : when.day(at)}</span>
      </p>
    </li>
  )
}

function Templates({ data: { templates, charter, community }, slug }: { data: Sheets; slug: string }) {
  const t = useWords('sheet')
  const when = useWhen()
  const go = useGo()
  const client = useQueryClient()
  const start = async (template: string) => {
    try {
      const { id } = await api('POST /communities/{community}/sheets', {
        params: { community: community.id },
        body: { template },
      })
      await refresh(client, 'GET /communities/{community}/sheets')
      go(paths.sheet(slug, id))
    } catch (error) {
      toast((error as Error).message)
    }
  }
  return (
    <Section title={t('templates')}>
      <ul className={styles.templates}>
        <li>
          <div>
            <h3>{t('charter')}</h3>
            <p className={styles.soft}>{t('charterWhat')}</p>
          </div>
          <Go to={paths.charter(slug)}>
            {charter.reviewOn
              ? t('charterReview', { version: charter.version, on: when.day(charter.reviewOn) })
              : t('charterVersion', { version: charter.version })}
          </Go>
        </li>
        {templates.map(({ id, name, what, mayStart }) => (
          <li key={id}>
            <div>
              <h3 data-no-words>{name}</h3>
              <p className={styles.soft} data-no-words>
                {what}
              </p>
            </div>
            {mayStart && (
              <Button variant="default" aria-label={t('startNamed', { name })} onClick={() => void start(id)}>
                {t('start')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!templates.some(({ mayStart }) => mayStart) && <p className={styles.soft}>{t('membersOnly')}</p>}
    </Section>
  )
}
