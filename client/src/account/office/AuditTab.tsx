import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { DataTable, Go, Pager, useAddress } from '#ui/index.ts'
import styles from '../account.module.css'
import { acts } from './acts.ts'

const known = (act: string) => acts.find((one) => one === act.replace('.', '_'))

/** Administrative acts, so that nobody who may much does it unseen. */
export function AuditTab() {
  const t = useWords('account')
  const when = useWhen()
  const [{ after }] = useAddress()
  const { data } = useSuspenseQuery(query('GET /office/audit', { query: { after, limit: 50 } }))
  return (
    <div className={styles.stack}>
      <p className={styles.said}>{t('office.audit.what')}</p>
      <DataTable
        caption={t('office.audit.title')}
        rows={data.items}
        rowKey={({ id }) => String(id)}
        columns={[
          { id: 'at', head: t('office.audit.at'), cell: ({ at }) => when.time(at) },
          { id: 'by', head: t('office.audit.by'), cell: ({ by }) => <Named person={by} /> },
          {
            id: 'act',
            head: t('office.audit.act'),
            cell: ({ act }) => {
              const name = known(act)
              return name ? t(`act.${name}`) : act
            },
          },
          { id: 'about', head: t('office.audit.about'), cell: ({ about }) => <Named person={about} /> },
          { id: 'address', head: t('office.audit.address'), cell: ({ address }) => address ?? '' },
        ]}
      />
      <Pager next={data.next} />
    </div>
  )
}

const Named = ({ person }: { person: { id: string; name: string } | null }) =>
  person && <Go to={paths.person(person.id)}>{person.name}</Go>
