import { Button, Checkbox, Radio, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ApiRefusal, type Sending } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DialogActs, Dialog, fieldError, Form } from '#ui/index.ts'

const grounds = ['person', 'secret', 'harm', 'rights'] as const
type Taken = Sending<'POST /inquiries/{inquiry}/redactions'>['body']

interface RedactDialogProps {
  lead: string
  /** The rendered texts of the page, which may show files. */
  texts: (string | null)[]
  /** Takes them away; what is still to be seen to is shown before the dialog closes. */
  onRedact: (taken: Taken) => Promise<ReactNode>
  onClose: () => void
}

/** Takes words or files away for good: the one act here that cannot be undone. */
export function RedactDialog({ lead, texts, onRedact, onClose }: RedactDialogProps) {
  const t = useWords('inquiry')
  const [passages, setPassages] = useState('')
  const [files, setFiles] = useState<string[]>([])
  const [ground, setGround] = useState<(typeof grounds)[number]>('person')
  const taking = useMutation({
    mutationFn: () => onRedact({ passages: linesOf(passages), files, ground }),
    onSuccess: (left) => {
      if (!left) onClose()
    },
  })
  const error = taking.error instanceof ApiRefusal ? taking.error : undefined
  const shown = filesIn(texts)
  if (taking.data) {
    return (
      <Dialog title={t('redact.taken')} onClose={onClose}>
        {taking.data}
        <Button mt="md" onClick={onClose} data-autofocus>
          {t('redact.close')}
        </Button>
      </Dialog>
    )
  }
  return (
    <Dialog title={t('redact.title')} onClose={onClose}>
      <Form
        onSubmit={() => taking.mutate()}
        error={error}
        actions={<DialogActs pending={taking.isPending} verb={t('redact.verb')} onClose={onClose} />}
      >
        <p>{lead}</p>
        <Textarea
          label={t('redact.words')}
          description={t('redact.wordsHow')}
          value={passages}
          onChange={(event) => setPassages(event.currentTarget.value)}
          minRows={3}
          autosize
          error={fieldError(error, 'passages')}
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

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The files that these texts show or link. */
function filesIn(texts: (string | null)[]): { id: string; name: string }[] {
  const page = new DOMParser().parseFromString(texts.filter((html) => html !== null).join(''), 'text/html')
  const found = new Map<string, string>()
  for (const element of page.querySelectorAll('img, a')) {
    const address = element.getAttribute('src') ?? element.getAttribute('href') ?? ''
    const id = /^\/api\/files\/([0-9a-f-]{36})$/.exec(address)?.[1]
    if (id) found.set(id, element.getAttribute('alt') ?? element.textContent)
  }
  return [...found].map(([id, name]) => ({ id, name }))
}
