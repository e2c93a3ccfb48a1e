import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useMe } from '#app/me.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, PersonChip, Section, toast } from '#ui/index.ts'
import type { Unit } from '../sections.ts'
import styles from './chart.module.css'
import { DelegateDialog } from './DelegateDialog.tsx'

/** Who answers for a unit, who may decide for it, and what it was before. */
export function UnitSide({ unit }: { unit: Unit }) {
  const t = useWords('organization')
  return (
    <>
      <Section small title={t('unit.managers')}>
        {unit.managers.length === 0 && <p className={styles.soft}>{t('unit.noManager')}</p>}
        <ul className={styles.lines}>
          {unit.managers.map(({ id, name, photo, gone, derived }) => (
            <li key={id}>
              <PersonChip
                name={name}
                photo={photo}
                gone={gone}
                to={paths.person(id)}
                note={derived ? t('unit.derived') : null}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Delegates unit={unit} />
      <Before unit={unit} />
    </>
  )
}

function Delegates({ unit }: { unit: Unit }) {
  const t = useWords('organization')
  const client = useQueryClient()
  const { data: me } = useMe()
  const [naming, setNaming] = useState(false)
  const change = (method: 'PUT' | 'DELETE', person: string) => async () => {
    await api(`${method} /units/{unit}/delegates/{person}`, { params: { unit: unit.id, person } })
    await refresh(client, 'GET /units/{unit}')
  }
  const remove = ({ id, name }: { id: string; name: string }) =>
    actWithUndo(t('unit.removed', { name }), change('DELETE', id), change('PUT', id))
  // Who lays it down cannot take it up again: that is said, not offered as an undo.
  const layDown = (id: string) =>
    change('DELETE', id)().then(
      () => toast(t('unit.laidDown', { unit: unit.name })),
      (error: Error) => toast(error.message),
    )

  return (
    <Section small title={t('unit.delegates')}>
      <p className={styles.soft}>{unit.delegates.length === 0 ? t('unit.noDelegates') : t('unit.delegatesHow')}</p>
      <ul className={styles.lines}>
        {unit.delegates.map((one) => (
          <li key={one.id} className={styles.delegate}>
            <PersonChip name={one.name} photo={one.photo} gone={one.gone} to={paths.person(one.id)} />
            {!unit.may.nameDelegates && one.id === me?.id && (
              <Button variant="subtle" size="compact-sm" onClick={() => void layDown(one.id)}>
                {t('unit.layDown')}
              </Button>
            )}
            {unit.may.nameDelegates && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('unit.remove', { name: one.name })}
                onClick={() => void remove(one)}
              >
                {t('unit.removeShort')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unit.may.nameDelegates && (
        <Button variant="default" onClick={() => setNaming(true)}>
          {t('unit.nameDelegate')}
        </Button>
      )}
      {naming && <DelegateDialog unit={unit} onClose={() => setNaming(false)} />}
    </Section>
  )
}

function Before({ unit }: { unit: Unit }) {
  const t = useWords('organization')
  const when = useWhen()
  const before = unit.history.filter(({ to }) => to !== null)
  if (before.length === 0) return null
  return (
    <Section small title={t('unit.history')}>
      <ul className={styles.lines}>
        {before.map(({ name, parent, from, to }) => (
          <li key={from} className={styles.soft}>
            {t('unit.historyLine', { name, parent: parent?.name ?? 'none', until: when.day(to!) })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
