import { shownOfPerson } from '@mortar/contract/shown'
import { Button, Checkbox, Switch, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, MarkdownEditor, toast } from '#ui/index.ts'
import type { Person } from '../sections.ts'
import { Photo } from './Photo.tsx'
import styles from './person.module.css'

/** What I say of myself, and what colleagues see of it. */
export function EditPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useWords('organization')
  const client = useQueryClient()
  const [does, setDoes] = useState(person.does?.markdown ?? '')
  const [experience, setExperience] = useState((person.experience ?? []).join('\n'))
  const [acceptsQuestions, setAccepts] = useState(person.acceptsQuestions)
  const [shows, setShows] = useState<Person['shows']>(person.shows)
  const save = useMutation({
    mutationFn: () =>
      api('PUT /people/{person}', {
        params: { person: person.id },
        body: { does, acceptsQuestions, shows, experience: linesOf(experience) },
      }),
    async onSuccess() {
      await refresh(client, 'GET /people/{person}')
      toast(t('person.saved'))
      onClose()
    },
  })
  return (
    <Form
      onSubmit={() => save.mutate()}
      error={save.error}
      actions={
        <>
          <Button type="submit" loading={save.isPending}>
            {t('person.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('person.cancel')}
          </Button>
        </>
      }
    >
      <Photo person={person} />
      <MarkdownEditor
        label={t('person.does')}
        description={t('person.doesYours')}
        value={does}
        onChange={setDoes}
        preview={async (markdown) => (await api('POST /markdown', { body: { markdown } })).html}
        error={fieldError(save.error, 'does')}
      />
      <Textarea
        label={t('person.experience')}
        description={t('person.experienceHow')}
        autosize
        minRows={3}
        value={experience}
        onChange={(event) => setExperience(event.currentTarget.value)}
        error={fieldError(save.error, 'experience')}
      />
      <Switch
        label={t('person.acceptsQuestions')}
        checked={acceptsQuestions}
        onChange={(event) => setAccepts(event.currentTarget.checked)}
      />
      <Checkbox.Group
        label={t('person.shows')}
        description={t('person.showsHow')}
        value={shows}
        onChange={(value) => setShows(shownOfPerson.filter((one) => value.includes(one)))}
      >
        <div className={styles.choices}>
          {shownOfPerson.map((one) => (
            <Checkbox key={one} value={one} label={t(`person.show.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </Form>
  )
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
