import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, toast } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Pair } from '../types.ts'
import { useAct } from '../use-act.ts'

const answers = ['yes', 'somewhat', 'no'] as const

/** One question afterwards, and one line for whoever wants to say more. */
export function Help({ pair }: { pair: Pair }) {
  const t = useWords('learning')
  const [changing, setChanging] = useState(false)
  if (pair.may.tell && (pair.help === null || changing)) return <Ask pair={pair} onDone={() => setChanging(false)} />
  if (pair.help === null) return null
  return (
    <div className={styles.acts}>
      <p className={styles.soft}>{t('pairs.helpSaid', { answer: t(`pairs.help.${pair.help}`) })}</p>
      {pair.may.tell && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setChanging(true)}>
          {t('pairs.helpChange')}
        </Button>
      )}
    </div>
  )
}

function Ask({ pair, onDone }: { pair: Pair; onDone: () => void }) {
  const t = useWords('learning')
  const [help, setHelp] = useState(pair.help)
  const [line, setLine] = useState(pair.line)
  const { act, pending, error } = useAct(
    () => api('PUT /learning/pairs/{pair}/help', { params: { pair: pair.id }, body: { help: help ?? 'yes', line } }),
    () => {
      toast(t('pairs.helpThanks'))
      onDone()
    },
  )
  return (
    <Form
      onSubmit={act}
      error={error}
      actions={
        <Button type="submit" size="compact-sm" loading={pending} disabled={help === null}>
          {t('pairs.helpTell')}
        </Button>
      }
    >
      <Radio.Group
        label={t('pairs.helpAsk')}
        description={t('pairs.helpHow')}
        value={help ?? ''}
        onChange={(value) => setHelp(value as (typeof answers)[number])}
      >
        <div className={styles.choices}>
          {answers.map((answer) => (
            <Radio key={answer} value={answer} label={t(`pairs.help.${answer}`)} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('pairs.line')}
        description={t('pairs.lineHow')}
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
        error={fieldError(error, 'line')}
        maxLength={500}
        maw={560}
      />
    </Form>
  )
}
