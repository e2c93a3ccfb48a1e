import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Dialog, DialogActs, fieldError, Form, toast } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Pair } from '../types.ts'
import { readAgain, useAct } from '../use-act.ts'

/** What the two wrote first, and the acts of a pair that goes on. */
export function Words({ pair }: { pair: Pair }) {
  const t = useWords('learning')
  const client = useQueryClient()
  const [writing, setWriting] = useState(false)
  const { words, other, may, id } = pair
  const end = async () => {
    await api('PUT /learning/pairs/{pair}/end', { params: { pair: id } }).catch((error: Error) => toast(error.message))
    await readAgain(client)
  }
  return (
    <>
      <Said by={other?.name ?? t('pairs.gone')} words={words.theirs} at={words.theirsAt} />
      <Said by={t('pairs.you')} words={words.mine} at={words.mineAt} />
      <div className={styles.acts}>
        {may.write && (
          <Button size="compact-sm" variant={words.mine ? 'default' : 'filled'} onClick={() => setWriting(true)}>
            {t(words.mine ? 'pairs.rewrite' : words.theirs ? 'pairs.writeBack' : 'pairs.write')}
          </Button>
        )}
        {may.end && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void end()}>
            {t('pairs.end')}
          </Button>
        )}
      </div>
      {writing && <WriteDialog pair={pair} onClose={() => setWriting(false)} />}
    </>
  )
}

function Said({ by, words, at }: { by: string; words: string; at: string | null }) {
  const when = useWhen()
  if (!at) return null
  return (
    <blockquote className={styles.quote}>
      <p className={styles.said}>{words}</p>
      <footer className={styles.softly}>
        {by}, <time dateTime={at}>{when.day(at)}</time>
      </footer>
    </blockquote>
  )
}

/** A first message, drafted: to change, to send here, or to take along and send elsewhere. */
function WriteDialog({ pair: { id, side, other, topics, words }, onClose }: { pair: Pair; onClose: () => void }) {
  const t = useWords('learning')
  const when = useWhen()
  const { data: me } = useMe()
  const draft = t(words.theirs ? 'pairs.draft.back' : `pairs.draft.${side}`, {
    name: other?.name.split(' ')[0] ?? '',
    me: me?.name ?? '',
    topics: when.list(topics.map(({ name }) => `“${name}”`)),
  })
  const [text, setText] = useState(words.mine || draft)
  const { act, pending, error } = useAct(
    () => api('PUT /learning/pairs/{pair}/words', { params: { pair: id }, body: { words: text } }),
    () => {
      toast(t('pairs.sent'))
      onClose()
    },
  )
  const copy = () => navigator.clipboard.writeText(text).then(() => toast(t('pairs.copied')))
  return (
    <Dialog title={t('pairs.writeTo', { name: other?.name ?? '' })} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <DialogActs verb={t('pairs.send')} pending={pending} onClose={onClose} />
            {'clipboard' in navigator && (
              <Button variant="subtle" onClick={() => void copy()}>
                {t('pairs.copy')}
              </Button>
            )}
          </>
        }
      >
        <Textarea
          label={t('pairs.words')}
          description={t('pairs.wordsHow')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={fieldError(error, 'words')}
          autosize
          minRows={5}
          maxLength={2000}
          required
          data-autofocus
          data-no-words
        />
      </Form>
    </Dialog>
  )
}
