import { Button, NumberInput, Radio, TextInput } from '@mantine/core'
import type { ChangeCommunity, Visibility } from '@mortar/contract/community'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ApiRefusal, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, fieldError, Form, Go, Section, toast } from '#ui/index.ts'
import { ColourChoice } from './ColourChoice.tsx'
import styles from './community.module.css'
import { CommunityFrame } from './CommunityFrame.tsx'
import { ParentChoice } from './ParentChoice.tsx'
import { visibilities } from './stages.ts'
import { TopicsSection } from './TopicsSection.tsx'
import { type Community, tendsTopics, useCommunity } from './use-community.ts'

export function CommunitySettingsPage({ params }: { params: { community: string } }) {
  const t = useWords('community')
  const community = useCommunity(params.community)
  return (
    <CommunityFrame community={community}>
      {tendsTopics(community) ? (
        <>
          {community.may.edit && (
            <p className={styles.soft}>
              <Go to={paths.communityStage(community.slug)}>{t('stageThere')}</Go>
            </p>
          )}
          <TopicsSection community={community} />
          {community.may.edit && <Basics key={community.id} community={community} />}
        </>
      ) : (
        <EmptyState title={t('settings.notYours')}>{t('settings.notYoursWhat')}</EmptyState>
      )}
    </CommunityFrame>
  )
}

function Basics({ community }: { community: Community }) {
  const t = useWords('community')
  const client = useQueryClient()
  const { name, short, colour, visibility, evidenceRule } = community
  const parent = community.parent?.id ?? null
  const [draft, setDraft] = useState({ name, short, colour, visibility, evidenceRule, parent })
  const saving = useMutation({
    mutationFn: (body: ChangeCommunity) =>
      api('PATCH /communities/{community}', { params: { community: community.id }, body }),
    onSuccess: () => {
      toast(t('saved'))
      return refresh(client, 'GET /communities/{community}', 'GET /communities/{community}/home', 'GET /communities')
    },
  })
  const error = saving.error instanceof ApiRefusal ? saving.error : undefined
  const rule = draft.evidenceRule
  const setRule = (part: keyof typeof rule) => (value: string | number) =>
    setDraft({
      ...draft,
      evidenceRule: { ...rule, [part]: part === 'workedShare' ? Number(value) / 100 : Number(value) },
    })
  return (
    <Section title={t('settings.title')}>
      <Form
        onSubmit={() => saving.mutate(draft)}
        error={error}
        actions={
          <Button type="submit" loading={saving.isPending}>
            {t('save')}
          </Button>
        }
      >
        <TextInput
          label={t('field.name')}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          error={fieldError(error, 'name')}
        />
        <TextInput
          label={t('field.short')}
          value={draft.short}
          maxLength={8}
          w={160}
          onChange={(event) => setDraft({ ...draft, short: event.currentTarget.value })}
          error={fieldError(error, 'short')}
        />
        <Radio.Group
          label={t('field.visibility')}
          value={draft.visibility}
          onChange={(value) => setDraft({ ...draft, visibility: value as Visibility })}
        >
          {visibilities.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`visibility.${each}`)}
              description={t(`visibilityHow.${each}`)}
              mt="xs"
            />
          ))}
        </Radio.Group>
        <ParentChoice
          community={community}
          value={draft.parent}
          onChange={(value) => setDraft({ ...draft, parent: value })}
          error={fieldError(error, 'parent')}
        />
        <ColourChoice value={draft.colour} onChange={(value) => setDraft({ ...draft, colour: value })} />
        <fieldset className={styles.rule}>
          <legend>{t('rule.title')}</legend>
          <p className={styles.soft}>{t('rule.how')}</p>
          <NumberInput
            label={t('rule.applications')}
            value={rule.applications}
            onChange={setRule('applications')}
            min={1}
            max={50}
            w={220}
          />
          <NumberInput
            label={t('rule.people')}
            value={rule.people}
            onChange={setRule('people')}
            min={1}
            max={50}
            w={220}
          />
          <NumberInput
            label={t('rule.units')}
            value={rule.units}
            onChange={setRule('units')}
            min={1}
            max={50}
            w={220}
          />
          <NumberInput
            label={t('rule.workedShare')}
            value={Math.round(rule.workedShare * 100)}
            onChange={setRule('workedShare')}
            min={10}
            max={100}
            suffix=" %"
            w={220}
          />
        </fieldset>
      </Form>
    </Section>
  )
}
