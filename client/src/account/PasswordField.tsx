import { passwordFault, passwordLength, passwordSurprise } from '@mortar/contract/password'
import { PasswordInput } from '@mantine/core'
import { useId } from 'react'
import { useWords } from '#app/words.ts'
import styles from './account.module.css'

interface PasswordFieldProps {
  value: string
  onChange: (value: string) => void
  /** What others know about the person, which protects nobody. */
  own: readonly string[]
  error?: string | undefined
}

const strong = 18

/** A new password, with a measure of how hard it is to guess that says what is missing. */
export function PasswordField({ value, onChange, own, error }: PasswordFieldProps) {
  const t = useWords('account')
  const id = useId()
  const fault = value ? passwordFault(value, own) : undefined
  const filled = Math.min(1, passwordSurprise(value, own) / strong)
  const said = value === '' ? 'begin' : (fault ?? (filled === 1 ? 'strong' : 'good'))
  return (
    <div className={styles.password}>
      <PasswordInput
        label={t('password.new')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        maxLength={passwordLength.most}
        autoComplete="new-password"
        aria-describedby={id}
        error={error}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      />
      <svg className={styles.meter} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.meterAll} width="100" height="4" />
        <rect className={styles.meterFull} width={filled * 100} height="4" data-said={said} />
      </svg>
      <div id={id} className={styles.hint} aria-live="polite">
        {t(`password.${said}`)}
      </div>
    </div>
  )
}
