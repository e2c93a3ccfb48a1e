import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type Answer, api, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { PersonChip, Section, toast } from '#ui/index.ts'
import styles from './care.module.css'

export type Care = Answer<'GET /communities/{community}/care'>

/** Who came lately and was not welcomed yet: one click, and they hear of it. */
export function Newcomers({ care: { newcomers, community } }: { care: Care }) {
  const t = useWords('care')
  const when = useWhen()
  const client = useQueryClient()
  const greet = async (person: string, name: string) => {
    try {
      await api('PUT /communities/{community}/members/{person}/greeting', {
        params: { community: community.id, person },
      })
      toast(t('newcomers.greeted', { name }))
    } catch (error) {
      toast((error as Error).message)
    }
    await refresh(client, 'GET /communities/{community}/care')
  }
  return (
    <Section title={t('newcomers.title')} count={newcomers.length}>
      {newcomers.length === 0 && <p className={styles.soft}>{t('newcomers.none')}</p>}
      <ul className={styles.lines}>
        {newcomers.map(({ id, name, title, photo, gone, since }) => (
          <li key={id}>
            <PersonChip name={name} photo={photo} note={title} gone={gone} to={paths.person(id)} />
            <span className={styles.soft}>{t('newcomers.since', { ago: when.ago(since) })}</span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('newcomers.greetName', { name })}
              onClick={() => void greet(id, name)}
            >
              {t('newcomers.greet')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
