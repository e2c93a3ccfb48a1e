import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Answer, query, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Progress, Section, toast } from '#ui/index.ts'
import styles from '../network.module.css'
import { holdsMails, tableOfMails } from './heads.ts'
import { ImportLine } from './ImportLine.tsx'
import { MailboxDialog } from './MailboxDialog.tsx'
import { sendTraces } from './send.ts'

const pace = 700

/** What was read into a source, and where more is brought in. */
export function Imports({ source }: { source: Answer<'GET /sources/{source}'> }) {
  const t = useWords('network')
  const params = { source: source.id }
  const { data } = useSuspenseQuery({
    ...query('GET /sources/{source}/imports', { params }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'reading' || one.state === 'waiting') ? pace : false,
  })
  return (
    <Section title={t('imports.title')}>
      {source.may.import ? (
        <>
          <Bring source={source.id} />
          {data.may.mailboxes && <Mailboxes source={source.id} hosts={data.mailHosts} />}
        </>
      ) : (
        !source.may.matrices && <p className={styles.said}>{t('imports.notYet')}</p>
      )}
      {data.items.length === 0 ? (
        <EmptyState title={t('imports.none')}>{t('imports.noneHow')}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {data.items.map((one) => (
            <ImportLine key={one.id} source={source.id} found={one} />
          ))}
        </ul>
      )}
    </Section>
  )
}

interface Sending {
  name: string
  sent: number
  size: number
  act: 'sending' | 'heads'
}

type Show = (name: string, size: number, act: Sending['act']) => (done: number) => void

/** Tables as they are, and one made of all mails among the files. */
async function tablesOf(files: readonly File[], show: Show): Promise<File[]> {
  const kinds = await Promise.all(files.map(holdsMails))
  const mails = files.filter((_, n) => kinds[n])
  const tables = files.filter((_, n) => !kinds[n])
  if (mails.length === 0) return tables
  const name = mails.length === 1 ? mails[0]!.name : `${mails[0]!.name} +${mails.length - 1}`
  const size = mails.reduce((sum, file) => sum + file.size, 0)
  return [...tables, new File([await tableOfMails(mails, show(name, size, 'heads'))], name)]
}

function Bring({ source }: { source: string }) {
  const t = useWords('network')
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<Sending>()
  const send = async (files: readonly File[]) => {
    const show = (name: string, size: number, act: 'sending' | 'heads') => (sent: number) =>
      setSending({ name, sent, size, act })
    try {
      for (const file of await tablesOf(files, show)) {
        const tell = show(file.name, file.size, 'sending')
        tell(0)
        await sendTraces(source, file, tell)
      }
    } catch (error) {
      toast((error as Error).message)
    } finally {
      setSending(undefined)
      if (input.current) input.current.value = ''
      await refresh(client, 'GET /sources/{source}/imports')
    }
  }
  return (
    <>
      <p className={styles.said}>{t('imports.how')}</p>
      <input
        ref={input}
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.mbox,.mbx,.eml,text/csv,text/plain,message/rfc822"
        aria-label={t('imports.bring')}
        className="unseen"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          if (files.length > 0) void send(files)
        }}
      />
      {sending ? (
        <Progress label={t(`imports.${sending.act}`, { name: sending.name })} value={sending.sent} of={sending.size} />
      ) : (
        <Button w="fit-content" aria-hidden="true" tabIndex={-1} onClick={() => input.current?.click()}>
          {t('imports.bring')}
        </Button>
      )}
    </>
  )
}

/** Mailboxes of the servers that may be read from here; where none is named, who names them. */
function Mailboxes({ source, hosts }: { source: string; hosts: readonly string[] }) {
  const t = useWords('network')
  const [asking, setAsking] = useState(false)
  if (hosts.length === 0) return <p className={styles.soft}>{t('mailboxes.none')}</p>
  return (
    <>
      <Button variant="default" w="fit-content" onClick={() => setAsking(true)}>
        {t('mailboxes.title')}
      </Button>
      {asking && <MailboxDialog source={source} hosts={hosts} onClose={() => setAsking(false)} />}
    </>
  )
}
