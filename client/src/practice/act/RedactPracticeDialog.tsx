import { useQueryClient } from '@tanstack/react-query'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { RedactDialog } from '#inquiry/act/RedactDialog.tsx'
import { Go, toast } from '#ui/index.ts'
import { type Practice, readAgain } from '../api.ts'

export function RedactPracticeDialog({ practice, onClose }: { practice: Practice; onClose: () => void }) {
  const t = useWords('practice')
  const client = useQueryClient()
  const { problem, worksWhen, worksNot, how, sources } = practice.text
  return (
    <RedactDialog
      lead={t('redact.lead')}
      texts={[problem, worksWhen, worksNot, how, sources].map(({ html }) => html)}
      onRedact={async (body) => {
        const taken = await api('POST /practices/{practice}/redactions', { params: { practice: practice.id }, body })
        toast(t('redact.done', { places: taken.places, files: taken.files, others: taken.practices - 1 }))
        await readAgain(client)
        if (taken.elsewhere.length === 0) return null
        return (
          <>
            <p>{t('redact.elsewhere')}</p>
            <ul>
              {taken.elsewhere.map(({ kind, id, title }) => (
                <li key={id}>
                  <Go to={kind === 'inquiry' ? paths.inquiry(id) : paths.practice(id)}>{title}</Go>
                </li>
              ))}
            </ul>
          </>
        )
      }}
      onClose={onClose}
    />
  )
}
