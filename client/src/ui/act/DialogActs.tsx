import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface DialogActsProps {
  verb: string
  pending: boolean
  /** Something must be chosen first. */
  disabled?: boolean | undefined
  onClose: () => void
}

/** The end of a form in a dialog: to do it, or to leave. */
export function DialogActs({ verb, pending, disabled, onClose }: DialogActsProps) {
  const { t } = useTranslation('ui')
  return (
    <>
      <Button type="submit" loading={pending} disabled={disabled ?? false}>
        {verb}
      </Button>
      <Button variant="default" onClick={onClose}>
        {t('cancel')}
      </Button>
    </>
  )
}
