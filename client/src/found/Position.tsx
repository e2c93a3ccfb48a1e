import type { OwnPosition } from '@mortar/contract/network-discovery'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, Section, UnitTag } from '#ui/index.ts'
import { paths } from '#app/paths.ts'
import { Figure } from './Figure.tsx'
import styles from './found.module.css'

/** How the reader stands between units: shown to nobody else. */
export function Position({ position }: { position: OwnPosition }) {
  const t = useWords('found')
  const when = useWhen()
  const { unit, units, otherUnits, roles, communities } = position
  const count = (people: number | null) => (people === null ? t('tooFew') : when.number(people))
  const columns: Column<OwnPosition['units'][number]>[] = [
    { id: 'unit', head: t('position.unit'), cell: ({ id, name }) => <UnitTag name={name} to={paths.unit(id)} /> },
    { id: 'people', head: t('position.people'), cell: ({ people }) => count(people), numeric: true },
    { id: 'cutOff', head: t('position.cutOff'), cell: ({ cutOff }) => count(cutOff), numeric: true },
  ]
  return (
    <Section title={t('position.title')}>
      <p>{t('position.lead', { unit: unit?.name ?? t('position.noUnit'), units: otherUnits, communities })}</p>
      <DataTable caption={t('position.caption')} columns={columns} rows={units} rowKey={({ id }) => id} />
      {roles.length > 0 && (
        <div className={styles.figures}>
          {roles.map(({ role, pairs }) => (
            <Figure
              key={role}
              label={t(`position.role.${role}`)}
              value={t('position.pairs', { pairs: when.number(pairs) })}
              formula={t(`position.formula.${role}`)}
              uncertainty={t('position.uncertainty')}
            />
          ))}
        </div>
      )}
      <p className={styles.soft}>{t('position.only')}</p>
    </Section>
  )
}
