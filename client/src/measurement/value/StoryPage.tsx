import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { OrderActs } from '#order/OrderActs.tsx'
import { OrderNotes } from '#order/OrderNotes.tsx'
import { actWithUndo, CommunityTag, Go, Mark, Markdown, Page, PersonChip, Section, UnitTag } from '#ui/index.ts'
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
      <OrderNotes kind="story" page={story.id} />
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
      <OrderActs kind="story" page={story.id} texts={Object.values(told).map((text) => text?.html ?? null)} />
    </Page>
  )
}

function Links({ story }: { story: Story }) {
  const t = useWords('measurement')
  const { practice, unit, imperative, indicators, community, may } = story
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
            {may.figures ? <Go to={paths.communityIndicators(community.slug)}>{name}</Go> : name}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Acts({ story }: { story: Story }) {
  const t = useWords('measurement')
  const client = useQueryClient()
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
    </>
  )
}
