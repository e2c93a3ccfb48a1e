import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Answer, api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { KnownPractices } from '#practice/ask/KnownPractices.tsx'
import { Go, PersonChip, Section, useGo, useSearchAhead } from '#ui/index.ts'
import { StateMark } from '../list/InquiryLines.tsx'
import styles from '../inquiry.module.css'

/** Of what is written so much is looked at. */
const mostRead = 2000

type Similar = Answer<'POST /inquiries/similar'>

/** What may already be known, found while somebody writes, each with the reason why it is shown. */
export function Known({ title, body, communities }: { title: string; body: string; communities: string[] }) {
  const t = useWords('inquiry')
  const [notTheSame, setNotTheSame] = useState<string[]>([])
  const written = title.trim().length >= 4 ? `${title.trim()}\n${body.slice(0, mostRead)}` : ''
  const found = useSearchAhead(written, async (_, signal) => [
    await api('POST /inquiries/similar', {
      body: { title: title.trim(), body: body.slice(0, mostRead), communities },
      signal,
    }),
  ])
  const known = found.state === 'found' ? found.items[0] : undefined
  const inquiries = known?.inquiries.filter(({ id }) => !notTheSame.includes(id)) ?? []
  return (
    <div className={styles.known}>
      <h2 className={styles.knownTitle}>{t('known.title')}</h2>
      {known && <KnownPractices practices={known.practices} />}
      <div aria-live="polite">
        {!known && <p className={styles.soft}>{t(found.state === 'searching' ? 'known.looking' : 'known.begin')}</p>}
        {known && inquiries.length + known.people.length + known.practices.length === 0 && (
          <p className={styles.soft}>{t('known.nothing')}</p>
        )}
        {inquiries.length > 0 && (
          <Section small title={t('known.inquiries')}>
            <ul className={styles.short}>
              {inquiries.map((line) => (
                <KnownInquiry key={line.id} line={line} onOther={() => setNotTheSame([...notTheSame, line.id])} />
              ))}
            </ul>
          </Section>
        )}
        {known && known.people.length > 0 && <KnownPeople people={known.people} />}
      </div>
    </div>
  )
}

function KnownInquiry({ line, onOther }: { line: Similar['inquiries'][number]; onOther: () => void }) {
  const t = useWords('inquiry')
  const go = useGo()
  const same = async () => {
    // Whoever asked it counts already: then the page alone is the answer.
    await api('PUT /inquiries/{inquiry}/me-too', { params: { inquiry: line.id } }).catch(() => undefined)
    go(paths.inquiry(line.id))
  }
  return (
    <li>
      <Go to={paths.inquiry(line.id)}>{line.title ?? t(`withheld.${line.withheld ?? 'hidden'}`)}</Go>
      <div className={styles.facts}>
        <StateMark line={line} />
        <span>{t('answers', { count: line.answers })}</span>
        <span>{t(`known.because.${line.because}`)}</span>
      </div>
      <div className={styles.smallActs}>
        <Button size="compact-sm" variant="default" onClick={() => void same()}>
          {t('known.same')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onOther}>
          {t('known.notSame')}
        </Button>
      </div>
    </li>
  )
}

function KnownPeople({ people }: { people: Similar['people'] }) {
  const t = useWords('inquiry')
  return (
    <Section small title={t('known.people')}>
      <ul className={styles.short}>
        {people.map(({ person, because, inquiry, askedOften }) => (
          <li key={person.id}>
            <PersonChip
              name={person.name}
              photo={person.photo}
              to={paths.person(person.id)}
              note={person.title}
              gone={person.gone}
            />
            <div className={styles.facts}>
              <span>
                {t(`met.${because}`)} {inquiry?.title && <Go to={paths.inquiry(inquiry.id)}>{inquiry.title}</Go>}
              </span>
              {askedOften && <span>{t('met.askedOften')}</span>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
