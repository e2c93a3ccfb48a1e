import { Checkbox, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, toast } from '#ui/index.ts'
import type { Inquiry } from '../api.ts'
import { DialogActs, useAct } from './ReasonDialog.tsx'

const grounds = ['person', 'secret', 'harm', 'rights'] as const

/** Takes words or files away for good: the one act here that cannot be undone. */
export function RedactDialog({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const t = useWords('inquiry')
  const [passages, setPassages] = useState('')
  const [files, setFiles] = useState<string[]>([])
  const [ground, setGround] = useState<(typeof grounds)[number]>('person')
  const sending = useAct(async () => {
    const lines = passages
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const taken = await api('POST /inquiries/{inquiry}/redactions', {
      params: { inquiry: inquiry.id },
      body: { passages: lines, files, ground },
    })
    toast(t('redact.done', taken))
  }, onClose)
  const shown = filesOn(inquiry)
  return (
    <Dialog title={t('redact.title')} onClose={onClose}>
      <Form
        onSubmit={sending.act}
        error={sending.error}
        actions={<DialogActs {...sending} verb={t('redact.verb')} onClose={onClose} />}
      >
        <p>{t('redact.lead')}</p>
        <Textarea
          label={t('redact.words')}
          description={t('redact.wordsHow')}
          value={passages}
          onChange={(event) => setPassages(event.currentTarget.value)}
          minRows={3}
          autosize
          error={fieldError(sending.error, 'passages')}
        />
        {shown.length > 0 && (
          <Checkbox.Group label={t('redact.files')} value={files} onChange={setFiles}>
            {shown.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name || id} mt="xs" />
            ))}
          </Checkbox.Group>
        )}
        <Radio.Group
          label={t('redact.ground')}
          value={ground}
          onChange={(value) => setGround(value as (typeof grounds)[number])}
        >
          {grounds.map((value) => (
            <Radio key={value} value={value} label={t(`ground.${value}`)} mt="xs" />
          ))}
        </Radio.Group>
      </Form>
    </Dialog>
  )
}

/** The files that the texts of this page show or link. */
function filesOn(inquiry: Inquiry): { id: string; name: string }[] {
  const texts = [inquiry.html, ...inquiry.contributions.map(({ html }) => html)].filter((html) => html !== null)
  const page = new DOMParser().parseFromString(texts.join(''), 'text/html')
  const found = new Map<string, string>()
  for (const element of page.querySelectorAll('img, a')) {
    const address = element.getAttribute('src') ?? element.getAttribute('href') ?? ''
    const id = /^\/api\/files\/([0-9a-f-]{36})$/.exec(address)?.[1]
    if (id) found.set(id, element.getAttribute('alt') ?? element.textContent)
  }
  return [...found].map(([id, name]) => ({ id, name }))
}
