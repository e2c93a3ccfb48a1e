import { Button, Radio, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { searchPeople } from '#organization/search-people.ts'
import { type Choice, Dialog, fieldError, Form, Picker, toast } from '#ui/index.ts'
import type { Need } from '../types.ts'
import { useAct } from '../use-act.ts'

/** Shares a need with one person, or with one of my communities. */
export function ShareDialog({ need, onClose }: { need: Need; onClose: () => void }) {
  const t = useWords('learning')
  const communities = useQuery(query('GET /communities', { query: { mine: 'true', limit: 100 } })).data?.items ?? []
  const [whom, setWhom] = useState<'mentor' | 'community'>('mentor')
  const [mentor, setMentor] = useState<Choice[]>([])
  const [community, setCommunity] = useState<string | null>(null)
  const chosen = whom === 'mentor' ? mentor[0]?.id : community
  const { act, pending, error } = useAct(
    () =>
      api('POST /learning/needs/{need}/shares', {
        params: { need: need.id },
        body: whom === 'mentor' ? { mentor: chosen ?? null } : { community: chosen ?? null },
      }),
    () => {
      toast(t('share.done'))
      onClose()
    },
  )
  return (
    <Dialog title={t('share.title', { topic: need.topic.name })} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending} disabled={!chosen}>
              {t('share.action')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Radio.Group
          label={t('share.whom')}
          value={whom}
          onChange={(value) => setWhom(value as 'mentor' | 'community')}
        >
          <Radio value="mentor" label={t('share.mentor')} description={t('share.mentorHow')} mt="xs" />
          <Radio value="community" label={t('share.community')} description={t('share.communityHow')} mt="xs" />
        </Radio.Group>
        {whom === 'mentor' ? (
          <Picker
            label={t('share.person')}
            value={mentor}
            onChange={setMentor}
            search={searchPeople}
            max={1}
            required
            error={fieldError(error, 'mentor')}
          />
        ) : (
          <Select
            label={t('share.which')}
            description={communities.length === 0 ? t('share.noCommunity') : undefined}
            data={communities.map(({ id, name }) => ({ value: id, label: name }))}
            value={community}
            onChange={setCommunity}
            error={fieldError(error, 'community')}
            comboboxProps={{ withinPortal: false }}
            required
          />
        )}
      </Form>
    </Dialog>
  )
}
