import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { searchPeople } from '#organization/search-people.ts'
import { type Choice, Dialog, fieldError, Form, Picker, toast } from '#ui/index.ts'
import styles from '../sensing.module.css'
import { useAct } from '../use-act.ts'
import type { Imperative } from '../types.ts'

const today = () => new Date().toISOString().slice(0, 10)

/** Writes an imperative down, or writes it anew. */
export function WriteDialog({ imperative, onClose }: { imperative?: Imperative; onClose: () => void }) {
  const t = useWords('sensing')
  const [title, setTitle] = useState(imperative?.title ?? '')
  const [why, setWhy] = useState(imperative?.why.markdown ?? '')
  const [from, setFrom] = useState(imperative?.from ?? today())
  const [to, setTo] = useState(imperative?.to ?? '')
  const [carrier, setCarrier] = useState<Choice[]>(imperative?.carrier ? [imperative.carrier] : [])
  const body = { title, why, from, to: to || null, carrier: carrier[0]?.id ?? null }
  const { act, pending, error } = useAct(
    async () => {
      if (imperative) await api('PUT /imperatives/{imperative}', { params: { imperative: imperative.id }, body })
      else await api('POST /imperatives', { body })
    },
    () => {
      toast(t('imperative.kept'))
      onClose()
    },
  )
  return (
    <Dialog title={t(imperative ? 'imperative.rewrite' : 'imperatives.write')} onClose={onClose} wide>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending}>
              {t('keep')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <TextInput
          label={t('imperative.name')}
          description={t('imperative.nameHow')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={fieldError(error, 'title')}
          maxLength={200}
          required
          data-autofocus
        />
        <Textarea
          label={t('imperative.why')}
          description={t('imperative.whyHow')}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          error={fieldError(error, 'why')}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={10_000}
          required
        />
        <div className={styles.pair}>
          <TextInput
            type="date"
            label={t('imperative.fromDay')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            error={fieldError(error, 'from')}
            required
          />
          <TextInput
            type="date"
            label={t('imperative.toDay')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={fieldError(error, 'to')}
          />
        </div>
        <Picker
          label={t('imperative.carrier')}
          description={t('imperative.carrierHow')}
          value={carrier}
          onChange={setCarrier}
          search={searchPeople}
          max={1}
          error={fieldError(error, 'carrier')}
        />
      </Form>
    </Dialog>
  )
}
