import { NumberInput, Select } from '@mantine/core'
import { useWords } from '#app/words.ts'
import { wholeTold } from '../told.ts'
import type { Places, Step } from './intervention.ts'
import styles from './organization.module.css'

interface StepFieldsProps {
  step: Step
  places: Places
  /** Why a field cannot be used, by its name. */
  wrong: (field: string) => string | undefined
  onChange: (field: string, value: string | number | null) => void
}

const most: Readonly<Record<string, number>> = {
  'communityTime.share': 50,
  'openCommunity.people': 1000,
  'removeSpanner.people': 50,
}
const least: Readonly<Record<string, number>> = { 'openCommunity.people': 5, 'removeSpanner.people': 1 }
const pace: Readonly<Record<string, number>> = { 'communityTime.share': 1, share: 5, channelsLost: 5, people: 1 }

/** What one step of a plan asks for. */
export function StepFields({ step: { kind, values }, places, wrong, onChange }: StepFieldsProps) {
  const t = useWords('lab')
  const label = (field: string) =>
    String(t(`model.your-organization.interventions.${kind}.fields.${field}` as 'home.title'))
  return (
    <div className={styles.fields}>
      {Object.entries(values).map(([field, value]) => {
        const choices = choicesOf(field, places)
        return choices ? (
          <Select
            key={field}
            label={label(field === 'occupation' ? 'domain' : field)}
            placeholder={t(field === 'occupation' ? 'whatIf.commonest' : 'whatIf.choose')}
            data={choices}
            value={value as string | null}
            onChange={(chosen) => onChange(field, chosen)}
            error={wrong(field)}
            searchable
            clearable={field === 'occupation'}
            limit={60}
            nothingFoundMessage={t('whatIf.notFound')}
          />
        ) : (
          <NumberInput
            key={field}
            label={label(field)}
            value={value as number}
            onChange={(typed) => onChange(field, Number(typed))}
            suffix={field === 'people' ? '' : ' %'}
            min={least[`${kind}.${field}`] ?? 0}
            max={most[`${kind}.${field}`] ?? 100}
            step={pace[`${kind}.${field}`] ?? pace[field] ?? 1}
            allowDecimal={false}
            clampBehavior="strict"
            error={wrong(field)}
          />
        )
      })}
    </div>
  )
}

/** Units with the way down to them, so that two of one name are told apart. */
function choicesOf(field: string, { units, communities, occupations }: Places) {
  if (field === 'community') return communities.map(told)
  if (field === 'occupation') return occupations.map(told)
  if (!['unit', 'into', 'under'].includes(field)) return undefined
  return units.map(({ id, name, depth, people }) => ({
    value: id,
    label: `${'– '.repeat(depth)}${name} (${wholeTold(people)})`,
  }))
}

const told = ({ id, name, people }: { id: string; name: string; people: number }) => ({
  value: id,
  label: `${name} (${wholeTold(people)})`,
})
