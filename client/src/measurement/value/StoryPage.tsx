import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { RedactDialog } from '#inquiry/act/RedactDialog.tsx'
import {
  actWithUndo,
  CommunityTag,
  Go,
  Mark,
  Markdown,
  Page,
  PersonChip,
  ReasonDialog,
  Section,
  toast,
  UnitTag,
} from '#ui/index.ts'
import { cycles } from './CyclePath.tsx'
import { readAgain } from './read-again.ts'
import styles from './value.module.css'

type Story = Answer<'GET /stories/{story}'>

/** One story, cycle by cycle. */
export function StoryPage({ params }: { params: { story: string } }) {
  const t = useWords('measurement')
  const when = useWhen()
  const { data: story } = useSuspenseQuery(query('GET /stories/{story}', { params }))
  const { told, evidence } = { told: story.told, evidence: story.told.evidence }
  return (
    <Page
      title={story.title}
      above={
        <>
          <CommunityTag {...story.community} to={paths.communityValue(story.community.slug)} />
          <span>{t('worth.story')}</span>
          {story.withdrawn && <Mark kind="quiet">{t('worth.withdrawn')}</Mark>}
        </>
      }
      lead={
        <span className={styles.facts}>
          {story.by ? (
            <PersonChip
              name={story.by.name}
              photo={story.by.photo}
              gone={story.by.gone}
              to={paths.person(story.by.id)}
            />
          ) : (
            t('worth.somebody')
          )}
          <span>{when.day(story.at)}</span>
          {story.changedAt && <span>{t('worth.changed', { day: when.day(story.changedAt) })}</span>}
        </span>
      }
      actions={<Acts story={story} />}
      side={<Links story={story} />}
    >
      <Notes story={story} />
      {cycles.map((cycle) => {
        const text = told[cycle]
        return (
          text && (
            <Section key={cycle} title={t(`worth.question.${cycle}`)}>
              <Markdown html={text.html} />
            </Section>
          )
        )
      })}
      {evidence && (
        <Section title={t('worth.question.evidence')}>
          <Markdown html={evidence.html} />
        </Section>
      )}
    </Page>
  )
}

function Notes({ story }: { story: Story }) {
  const t = useWords('measurement')
  const when = useWhen()
  const client = useQueryClient()
  const settle = async () => {
    await api('PUT /stories/{story}/reports/end', { params: { story: story.id } }).catch((error: Error) =>
      toast(error.message),
    )
    await readAgain(client)
  }
  return (
    <>
      {story.redactions.map(({ at, places, ground }) => (
        <p key={at} className={styles.soft}>
          {t('worth.redacted', { day: when.day(at), count: places })} {t(`worth.ground.${ground}`)}
        </p>
      ))}
      {story.reports.length > 0 && (
        <div className={styles.reports}>
          {story.reports.map(({ id, reason, by, at }) => (
            <p key={id}>
              {t('worth.saidBy', { name: by?.name ?? t('worth.somebody'), day: when.day(at) })} <q>{reason}</q>
            </p>
          ))}
          <Button variant="default" w="fit-content" onClick={() => void settle()}>
            {t('worth.settle')}
          </Button>
        </div>
      )}
    </>
  )
}

function Links({ story }: { story: Story }) {
  const t = useWords('measurement')
  const { practice, unit, imperative, indicators, community } = story
  if (!practice && !imperative && indicators.length === 0) return null
  return (
    <Section small title={t('worth.linked')}>
      <ul className={styles.links}>
        {practice && (
          <li>
            <Go to={paths.practice(practice.id)}>{practice.title}</Go> {unit && <UnitTag name={unit.name} />}
          </li>
        )}
        {imperative && (
          <li>
            <Go to={paths.imperative(imperative.id)}>{imperative.title}</Go>
          </li>
        )}
        {indicators.map(({ id, name }) => (
          <li key={id} data-no-words>
            <Go to={paths.communityIndicators(community.slug)}>{name}</Go>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Acts({ story }: { story: Story }) {
  const t = useWords('measurement')
  const client = useQueryClient()
  const [open, setOpen] = useState<'report' | 'redact'>()
  const params = { story: story.id }
  const back = () => api('PUT /stories/{story}/withdrawal', { params }).then(() => readAgain(client))
  const again = () => api('DELETE /stories/{story}/withdrawal', { params }).then(() => readAgain(client))
  return (
    <>
      {story.may.edit && !story.withdrawn && (
        <>
          <Button component={Go} to={paths.editStory(story.id)} variant="default">
            {t('worth.change')}
          </Button>
          <Button variant="default" onClick={() => void actWithUndo(t('worth.takenBack'), back, again)}>
            {t('worth.takeBack')}
          </Button>
        </>
      )}
      {story.withdrawn && (
        <Button variant="default" onClick={() => void actWithUndo(t('worth.toldAgain'), again, back)}>
          {t('worth.tellAgain')}
        </Button>
      )}
      {story.may.redact && (
        <Button variant="default" onClick={() => setOpen('redact')}>
          {t('worth.redact')}
        </Button>
      )}
      {story.may.report && !story.may.redact && (
        <Button variant="default" onClick={() => setOpen('report')}>
          {t('worth.report')}
        </Button>
      )}
      {open === 'report' && (
        <ReasonDialog
          title={t('worth.reportTitle')}
          label={t('worth.reportWhy')}
          hint={t('worth.reportHow')}
          verb={t('worth.report')}
          done={t('worth.reportDone')}
          onAct={(reason) => api('POST /stories/{story}/reports', { params, body: { reason } })}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'redact' && (
        <RedactDialog
          lead={t('worth.redactLead')}
          texts={Object.values(story.told).flatMap((text) => text?.html ?? [])}
          onRedact={async ({ passages = [], ground }) => {
            await api('POST /stories/{story}/redactions', {
              params,
              body: { passages, ground },
            })
            toast(t('worth.redactDone'))
            await readAgain(client)
            return null
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
