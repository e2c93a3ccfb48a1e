import { useSuspenseQuery } from '@tanstack/react-query'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { GoOn, useAddress } from '#ui/index.ts'
import { StoryForm } from './StoryForm.tsx'

/** Tells a story; from a use or an adoption it begins with what was said there. */
export function TellPage() {
  const t = useWords('measurement')
  const [{ community, practice, unit, application }] = useAddress()
  const { data } = useSuspenseQuery(
    query('GET /stories/beginning', { query: { community, practice, unit, application } }),
  )
  return (
    <StoryForm
      title={t('worth.tell')}
      about={application ?? [practice, unit ?? community ?? 'new'].filter(Boolean).join(' ')}
      beginning={data}
      community={data.community?.id}
      first={{
        title: data.title,
        immediate: '',
        potential: '',
        applied: data.applied,
        realized: data.realized,
        transformative: '',
        evidence: '',
        imperative: null,
        indicators: [],
      }}
      links={{ practice: data.practice?.id ?? null, unit: data.unit?.id ?? null, application: data.application }}
      onSend={async (place, body) => (await api('POST /stories', { body: { ...body, community: place } })).id}
    />
  )
}

/** Writes one's own story anew. */
export function EditStoryPage({ params }: { params: { story: string } }) {
  const t = useWords('measurement')
  const { data: story } = useSuspenseQuery(query('GET /stories/{story}', { params }))
  const asked = { practice: story.practice?.id, community: story.community.id }
  const { data } = useSuspenseQuery(query('GET /stories/beginning', { query: asked }))
  const { told } = story
  if (!story.may.edit) return <GoOn to={paths.story(story.id)} />
  return (
    <StoryForm
      title={t('worth.change')}
      about={story.id}
      beginning={{ ...data, unit: story.unit }}
      community={story.community.id}
      first={{
        title: story.title,
        immediate: told.immediate.markdown,
        potential: told.potential?.markdown ?? '',
        applied: told.applied?.markdown ?? '',
        realized: told.realized?.markdown ?? '',
        transformative: told.transformative?.markdown ?? '',
        evidence: told.evidence?.markdown ?? '',
        imperative: story.imperative?.id ?? null,
        indicators: story.indicators.map(({ id }) => id),
      }}
      links={{ practice: story.practice?.id ?? null, unit: story.unit?.id ?? null, application: story.application }}
      onSend={async (_, body) => {
        await api('PUT /stories/{story}', { params, body })
        return story.id
      }}
    />
  )
}
