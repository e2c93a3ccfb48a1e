import { useQueryClient } from '@tanstack/react-query'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import { type Inquiry, readAgain } from '../api.ts'
import { RedactDialog } from './RedactDialog.tsx'

export function RedactInquiryDialog({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const t = useWords('inquiry')
  const client = useQueryClient()
  return (
    <RedactDialog
      lead={t('redact.lead')}
      texts={[inquiry.html, ...inquiry.contributions.map(({ html }) => html)]}
      onRedact={async (body) => {
        const taken = await api('POST /inquiries/{inquiry}/redactions', { params: { inquiry: inquiry.id }, body })
        toast(t('redact.done', taken))
        await readAgain(client)
      }}
      onClose={onClose}
    />
  )
}
