import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Initials, ListSkeleton, Markdown, Page, PersonChip, Section, UnitTag } from '#ui/index.ts'
import { type Person, personSections } from '../sections.ts'
import { EditPerson } from './EditPerson.tsx'
import { History } from './History.tsx'
import styles from './person.module.css'

/** Somebody as their colleagues know them. What is shown beyond name, title and unit is their own choice. */
export function PersonPage({ params }: { params: { person: string } }) {
  const t = useWords('organization')
  const { data: person } = useSuspenseQuery(query('GET /people/{person}', { params }))
  const [editing, setEditing] = useState(false)
  return (
    <Page
      title={person.name}
      above={<Initials name={person.name} photo={person.photo} size={44} />}
      lead={person.gone ? t('person.gone') : <Held person={person} />}
      actions={person.may.edit && !editing && <Button onClick={() => setEditing(true)}>{t('person.edit')}</Button>}
      side={<Side person={person} />}
    >
      {editing ? (
        <EditPerson person={person} onClose={() => setEditing(false)} />
      ) : (
        <>
          <Does person={person} />
          {isBlank(person) && (
            <EmptyState title={t('person.doesNobody')}>{t('person.doesNobodyHow', { name: person.name })}</EmptyState>
          )}
          <Experience person={person} />
          {personSections.map((Part, place) => (
            <Suspense key={place} fallback={<ListSkeleton lines={2} />}>
              <Part person={person} />
            </Suspense>
          ))}
          {person.history && person.history.length > 0 && <History history={person.history} />}
        </>
      )}
    </Page>
  )
}

/** Nothing of their own is on the page, and what they do in communities stays with them. */
const isBlank = ({ does, experience, history, shows, may, gone }: Person) =>
  !may.edit &&
  !gone &&
  !does?.html &&
  !experience?.length &&
  !history?.length &&
  !shows.includes('communities') &&
  !shows.includes('contributions')

function Held({ person }: { person: Person }) {
  return (
    <span className={styles.held}>
      {person.title}
      {person.units.map(({ id, name }) => (
        <UnitTag key={id} name={name} to={paths.unit(id)} />
      ))}
    </span>
  )
}

function Does({ person }: { person: Person }) {
  const t = useWords('organization')
  if (!person.does || (person.does.html === '' && !person.may.edit)) return null
  return (
    <Section title={t('person.does')}>
      {person.does.html ? <Markdown html={person.does.html} /> : <p className={styles.soft}>{t('person.doesYours')}</p>}
      <HiddenNote person={person} what="does" />
    </Section>
  )
}

function Experience({ person }: { person: Person }) {
  const t = useWords('organization')
  if (!person.experience || person.experience.length === 0) return null
  return (
    <Section title={t('person.experience')}>
      <ul className={styles.topics}>
        {person.experience.map((topic) => (
          <li key={topic}>{topic}</li>
        ))}
      </ul>
      {person.acceptsQuestions && <p className={styles.soft}>{t('person.accepts')}</p>}
      {!person.acceptsQuestions && person.may.edit && <p className={styles.soft}>{t('person.acceptsNot')}</p>}
      <HiddenNote person={person} what="experience" />
    </Section>
  )
}

function HiddenNote({ person, what }: { person: Person; what: Person['shows'][number] }) {
  const t = useWords('organization')
  return person.may.edit && !person.shows.includes(what) ? <p className={styles.soft}>{t('person.hidden')}</p> : null
}

function Side({ person }: { person: Person }) {
  const t = useWords('organization')
  return (
    <>
      {!person.gone && person.manager && (
        <Section small title={t('person.manager')}>
          <PersonChip
            name={person.manager.name}
            photo={person.manager.photo}
            gone={person.manager.gone}
            to={paths.person(person.manager.id)}
            note={person.manager.title}
          />
          <HiddenNote person={person} what="manager" />
        </Section>
      )}
      {person.occupation && (
        <Section small title={t('person.occupation')}>
          <p>{person.occupation}</p>
          <HiddenNote person={person} what="occupation" />
        </Section>
      )}
      {person.email && (
        <Section small title={t('person.email')}>
          <p className={styles.address}>
            <a href={`mailto:${person.email}`}>{person.email}</a>
          </p>
          <HiddenNote person={person} what="email" />
        </Section>
      )}
    </>
  )
}
