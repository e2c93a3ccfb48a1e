import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, PersonChip, Section, toast, useGo } from '#ui/index.ts'
import { ReasonDialog } from '../act/ReasonDialog.tsx'
import { type Practice, readAgain } from '../api.ts'
import styles from '../practice.module.css'
import { AdoptionShape } from './AdoptionShape.tsx'

const order = ['adopted', 'trying', 'declined', 'dropped'] as const

/** Where it is used, tried and declined, each with the reason: no practice is best everywhere. */
export function UnitsSection({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const when = useWhen()
  const { adoptions, asked, may } = practice
  if (adoptions.length === 0 && asked.length === 0 && may.run.length === 0) return null
  const sorted = adoptions.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <Section title={t('units.title')}>
      <ul className={styles.units}>
        {sorted.map(({ unit, state, reason, by, at }) => (
          <li key={unit.id}>
            <AdoptionShape state={state} />
            <div>
              <p className={styles.facts}>
                <Go to={paths.whatWeRun(unit.id)}>
                  <strong>{unit.name}</strong>
                </Go>
                <span>{t(`adoption.${state}`)}</span>
                <time dateTime={at}>{when.day(at)}</time>
                {by && <PersonChip name={by.name} photo={by.photo} to={paths.person(by.id)} gone={by.gone} />}
              </p>
              <p className={styles.said}>{reason}</p>
            </div>
          </li>
        ))}
        {asked.map(({ unit, at, dueOn, late }) => (
          <li key={unit.id}>
            <AdoptionShape state="asked" />
            <p className={styles.facts}>
              <strong>{unit.name}</strong>
              <span>{t('adoption.asked')}</span>
              <time dateTime={at}>{when.day(at)}</time>
              {dueOn && <span>{t(late ? 'answerWasBy' : 'answerBy', { day: when.day(dueOn) })}</span>}
              {may.steward && <TakeBack practice={practice} unit={unit} />}
            </p>
          </li>
        ))}
      </ul>
      {may.run.map((unit) => (
        <StartRun key={unit.id} practice={practice} unit={unit} />
      ))}
    </Section>
  )
}

function TakeBack({ practice, unit }: { practice: Practice; unit: { id: string; name: string } }) {
  const t = useWords('practice')
  const client = useQueryClient()
  const away = () =>
    api('DELETE /practices/{practice}/proposals/{unit}', { params: { practice: practice.id, unit: unit.id } })
      .then(() => readAgain(client))
      .then(() => toast(t('send.takenBack', { unit: unit.name })))
      .catch((error: Error) => toast(error.message))
  return (
    <Button size="compact-sm" variant="default" onClick={() => void away()}>
      {t('send.takeBack')}
    </Button>
  )
}

function StartRun({ practice, unit }: { practice: Practice; unit: { id: string; name: string } }) {
  const t = useWords('practice')
  const go = useGo()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="default" className={styles.start} onClick={() => setAsking(true)}>
        {t('run.start', { unit: unit.name })}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('run.start', { unit: unit.name })}
          label={t('run.title')}
          hint={t('run.titleHow')}
          verb={t('run.startAction')}
          field="title"
          optional
          onAct={async (title) => {
            const { id } = await api('POST /practices/{practice}/runs', {
              params: { practice: practice.id },
              body: { unit: unit.id, title: title.slice(0, 200) },
            })
            go(paths.run(practice.id, id))
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
