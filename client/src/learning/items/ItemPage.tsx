import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Dialog, Go, Markdown, Page, PersonChip, Section } from '#ui/index.ts'
import { ItemActs } from '../ItemActs.tsx'
import { ItemFacts } from '../ItemFacts.tsx'
import styles from '../learning.module.css'
import { Places } from '../Places.tsx'
import type { Item } from '../types.ts'
import { readAgain } from '../use-act.ts'
import { ItemForm } from './ItemForm.tsx'
import { LawDialog } from './LawDialog.tsx'

/** One thing to learn from. */
export function ItemPage({ params }: { params: { item: string } }) {
  const t = useWords('learning')
  const { data: item } = useSuspenseQuery(query('GET /learning/items/{item}', { params }))
  return (
    <Page title={item.title} actions={<Tend item={item} />}>
      <Places />
      <ItemFacts item={item} />
      <Leads item={item} />
      {item.words.html && <Markdown html={item.words.html} />}
      {item.law && <Law law={item.law} />}
      {item.offered && <ItemActs item={item} />}
      <p className={styles.facts}>
        {item.addedBy && (
          <span>
            {t('item.addedBy')}{' '}
            <PersonChip
              name={item.addedBy.name}
              photo={item.addedBy.photo}
              to={paths.person(item.addedBy.id)}
              gone={item.addedBy.gone}
            />
          </span>
        )}
        {item.externalId && <span>{t('item.externalId', { id: item.externalId })}</span>}
      </p>
    </Page>
  )
}

/** Where it is. */
function Leads({ item: { practice, person, address } }: { item: Item }) {
  const t = useWords('learning')
  return (
    <>
      {practice && (
        <p className={styles.said}>
          {t('item.practice')} <Go to={paths.practice(practice.id)}>{practice.title}</Go>
        </p>
      )}
      {person && (
        <p className={styles.facts}>
          {t('item.person')}{' '}
          <PersonChip
            name={person.name}
            photo={person.photo}
            note={person.title}
            to={paths.person(person.id)}
            gone={person.gone}
          />
        </p>
      )}
      {address && (
        <p className={styles.said}>
          <a href={address} target="_blank" rel="noreferrer noopener">
            {address}
          </a>
        </p>
      )}
    </>
  )
}

function Law({ law }: { law: NonNullable<Item['law']> }) {
  const t = useWords('learning')
  const whom = [...law.units, ...law.occupations].map(({ name }) => name)
  return (
    <Section title={t('law.title')}>
      <p className={styles.said}>{law.reason}</p>
      <p className={styles.soft}>{whom.length === 0 ? t('law.everybody') : t('law.of', { whom: whom.join(', ') })}</p>
    </Section>
  )
}

/** What who looks after it can do. */
function Tend({ item }: { item: Item }) {
  const t = useWords('learning')
  const client = useQueryClient()
  const [doing, setDoing] = useState<'edit' | 'law'>()
  const params = { item: item.id }
  const again = async (asked: Promise<unknown>) => {
    await asked
    await readAgain(client)
  }
  const retire = () => again(api('PUT /learning/items/{item}/retirement', { params }))
  const offer = () => again(api('DELETE /learning/items/{item}/retirement', { params }))
  const agree = () => again(api('PUT /learning/items/{item}/shadowing', { params }))
  const withdraw = () => again(api('DELETE /learning/items/{item}/shadowing', { params }))
  return (
    <>
      {item.may.agree && <Button onClick={() => void agree()}>{t('shadowing.yes')}</Button>}
      {(item.may.agree || item.may.withdraw) && (
        <Button variant="default" onClick={() => void withdraw()}>
          {t('shadowing.no')}
        </Button>
      )}
      {item.may.edit && (
        <Button variant="default" onClick={() => setDoing('edit')}>
          {t('item.edit')}
        </Button>
      )}
      {item.may.law && (
        <Button variant="default" onClick={() => setDoing('law')}>
          {t(item.law ? 'law.change' : 'law.mark')}
        </Button>
      )}
      {item.may.edit &&
        (item.retiredAt ? (
          <Button variant="default" onClick={() => actWithUndo(t('item.offeredSaid'), offer, retire)}>
            {t('item.offer')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => actWithUndo(t('item.retiredSaid'), retire, offer)}>
            {t('item.retire')}
          </Button>
        ))}
      {doing === 'edit' && (
        <Dialog title={t('item.edit')} onClose={() => setDoing(undefined)} wide>
          <ItemForm item={item} onDone={() => setDoing(undefined)} onCancel={() => setDoing(undefined)} />
        </Dialog>
      )}
      {doing === 'law' && <LawDialog item={item} onClose={() => setDoing(undefined)} />}
    </>
  )
}
