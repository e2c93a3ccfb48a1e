import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The end of a form in a dialog: to do it, or to leave. */
export function DialogActs({ verb, pending, onClose }: { verb: string; pending: boolean; onClose: () => void }) {
  const { t } = useTranslation('ui')
  return (
    <>
      <Button type="submit" loading={pending}>
        {verb}
      </Button>
      <Button variant="default" onClick={onClose}>
        {t('cancel')}
      </Button>
    </>
  )
}
