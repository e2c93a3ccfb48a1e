import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { RedactDialog } from '#inquiry/act/RedactDialog.tsx'
import { actWithUndo, ReasonDialog, toast } from '#ui/index.ts'
import styles from './order.module.css'
import { type PageName, readAgain, useOrder } from './use-order.ts'

interface OrderActsProps extends PageName {
  /** The rendered texts of the page. */
  texts: (string | null)[]
}

/** At the end of a page: to report it, and for whoever keeps order to hide it or take words out of it. */
export function OrderActs({ kind, page, texts }: OrderActsProps) {
  const t = useWords('order')
  const client = useQueryClient()
  const order = useOrder({ kind, page })
  const [open, setOpen] = useState<'report' | 'redact'>()
  const params = { kind, page }
  const hide = () => api('PUT /pages/{kind}/{page}/hiding', { params }).then(() => readAgain(client))
  const show = () => api('DELETE /pages/{kind}/{page}/hiding', { params }).then(() => readAgain(client))
  const close = () => setOpen(undefined)
  const may = order?.may
  if (!may || !(may.report || may.redact)) return null
  return (
    <div className={styles.acts}>
      {may.report && !may.redact && (
        <Button variant="subtle" color="gray" onClick={() => setOpen('report')}>
          {t('report')}
        </Button>
      )}
      {may.hide && (
        <Button variant="subtle" color="gray" onClick={() => void actWithUndo(t('hidden'), hide, show)}>
          {t('hide')}
        </Button>
      )}
      {may.redact && (
        <Button variant="subtle" color="gray" onClick={() => setOpen('redact')}>
          {t('redact')}
        </Button>
      )}
      {open === 'report' && (
        <ReasonDialog
          title={t('reportTitle')}
          label={t('reportWhy')}
          hint={t('reportHow')}
          verb={t('report')}
          done={t('reportDone')}
          onAct={(reason) => api('POST /pages/{kind}/{page}/reports', { params, body: { reason } })}
          onClose={close}
        />
      )}
      {open === 'redact' && (
        <RedactDialog
          lead={t('redactLead')}
          texts={texts}
          onRedact={async ({ passages = [], ground }) => {
            const { places } = await api('POST /pages/{kind}/{page}/redactions', { params, body: { passages, ground } })
            toast(t('redactDone', { count: places }))
            await readAgain(client)
            return null
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
