import { TextInput } from '@mantine/core'
import { useWords } from '#app/words.ts'
import { fieldError } from '#ui/index.ts'
import styles from '../value/value.module.css'

interface PeriodProps {
  value: { from: string; to: string }
  onChange: (part: { from?: string; to?: string }) => void
  error: Error | undefined
}

/** From which day to which. */
export function Period({ value, onChange, error }: PeriodProps) {
  const t = useWords('measurement')
  return (
    <div className={styles.pair}>
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={t(`worth.${end}`)}
          value={value[end]}
          onChange={(event) => onChange({ [end]: event.currentTarget.value })}
          error={fieldError(error, end)}
          required
        />
      ))}
    </div>
  )
}
