import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import type { CreateCommunity, Visibility } from '@mortar/contract/community'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ApiRefusal, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting } from '#draft/use-writing.ts'
import { fieldError, Page, PageSkeleton, useGo } from '#ui/index.ts'
import { ColourChoice } from './ColourChoice.tsx'
import { visibilities } from './stages.ts'

const empty = {
  name: '',
  short: '',
  colour: 1,
  visibility: 'open' as Visibility,
  domain: '',
  about: '',
  notAbout: '',
  purpose: '',
}

/** Anybody may open a community; it begins as a potential one. */
export function NewCommunityPage() {
  const t = useWords('community')
  const go = useGo()
  const client = useQueryClient()
  const writing = useWriting<CreateCommunity>('community', empty)
  const draft = writing.value
  const opening = useMutation({
    mutationFn: () => api('POST /communities', { body: { ...draft, short: draft.short || shortOf(draft.name) } }),
    onSuccess: async ({ slug }) => {
      await writing.forget()
      await refresh(client, 'GET /communities')
      go(paths.community(slug), { replace: true })
    },
  })
  const error = opening.error instanceof ApiRefusal ? opening.error : undefined
  const set = <K extends keyof CreateCommunity>(field: K) => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => writing.set({ [field]: event.currentTarget.value }),
    error: fieldError(error, field),
  })
  if (writing.pending) return <PageSkeleton />
  return (
    <Page title={t('open.title')} lead={t('open.lead')}>
      <DraftForm
        draft={writing}
        onSubmit={() => opening.mutate()}
        error={error}
        actions={
          <Button type="submit" loading={opening.isPending}>
            {t('open.action')}
          </Button>
        }
      >
        <TextInput {...set('name')} label={t('field.name')} description={t('field.nameHow')} required />
        <TextInput
          {...set('short')}
          label={t('field.short')}
          description={t('field.shortHow')}
          placeholder={shortOf(draft.name)}
          maxLength={8}
          w={160}
        />
        <TextInput {...set('domain')} label={t('field.domain')} description={t('field.domainHow')} required />
        <Textarea {...set('about')} label={t('field.about')} autosize minRows={2} />
        <Textarea
          {...set('notAbout')}
          label={t('field.notAbout')}
          description={t('field.notAboutHow')}
          autosize
          minRows={2}
        />
        <Textarea {...set('purpose')} label={t('field.purpose')} autosize minRows={2} />
        <Radio.Group
          label={t('field.visibility')}
          value={draft.visibility}
          onChange={(value) => writing.set({ visibility: value as Visibility })}
        >
          {visibilities.map((visibility) => (
            <Radio
              key={visibility}
              value={visibility}
              label={t(`visibility.${visibility}`)}
              description={t(`visibilityHow.${visibility}`)}
              mt="xs"
            />
          ))}
        </Radio.Group>
        <ColourChoice value={draft.colour} onChange={(colour) => writing.set({ colour })} />
      </DraftForm>
    </Page>
  )
}

/** A few letters to know a community by: the initials of its name, or its beginning. */
const shortOf = (name: string) => {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const letters = words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? '').slice(0, 3)
  return letters.slice(0, 8).toUpperCase()
}
