import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DialogActs, Dialog, fieldError, Form, MarkdownEditor } from '#ui/index.ts'
import { type Contribution, type Inquiry, writing } from '../api.ts'
import { useAct } from './use-act.ts'

/** What helped: one or several contributions, or another way in one's own words. */
export function ResolveDialog({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const t = useWords('inquiry')
  const [helped, setHelped] = useState<string[]>([])
  const [anotherWay, setAnotherWay] = useState('')
  const sending = useAct(
    () => api('PUT /inquiries/{inquiry}/resolution', { params: { inquiry: inquiry.id }, body: { helped, anotherWay } }),
    onClose,
  )
  const choices = inquiry.contributions.filter(({ may, helped }) => may.mark && !helped)
  return (
    <Dialog wide title={t('resolve.title')} onClose={onClose}>
      <Form
        onSubmit={sending.act}
        error={sending.error}
        actions={<DialogActs {...sending} verb={t('act.resolve')} onClose={onClose} />}
      >
        {choices.length > 0 && (
          <Checkbox.Group label={t('resolve.which')} value={helped} onChange={setHelped}>
            {choices.map((contribution) => (
              <Checkbox
                key={contribution.id}
                value={contribution.id}
                label={<Named contribution={contribution} />}
                mt="xs"
              />
            ))}
          </Checkbox.Group>
        )}
        <MarkdownEditor
          label={t('resolve.anotherWay')}
          description={t('resolve.anotherWayHow')}
          value={anotherWay}
          onChange={setAnotherWay}
          rows={3}
          error={fieldError(sending.error, 'anotherWay')}
          {...writing}
        />
      </Form>
    </Dialog>
  )
}

function Named({ contribution: { by, kind, outcome, html } }: { contribution: Contribution }) {
  const t = useWords('inquiry')
  const words = new DOMParser().parseFromString(html ?? '', 'text/html').body.textContent.trim()
  return (
    <>
      <strong>{by?.name ?? t('somebody')}</strong>, {outcome ? t(`experience.${outcome}`) : t(`kind.${kind}`)}:{' '}
      {words.length > 90 ? `${words.slice(0, 90)}…` : words}
    </>
  )
}
