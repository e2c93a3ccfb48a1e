import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type Answer, api, refresh } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Progress, toast } from '#ui/index.ts'
import { Columns } from './Columns.tsx'
import styles from '../network.module.css'

type Import = Answer<'GET /sources/{source}/imports'>['items'][number]
type Source = Pick<Answer<'GET /sources/{source}'>, 'id' | 'mode'>

/** One import: what it read, kept and left out and why; how far it is while it reads. */
export function ImportLine({ source: { id: source, mode }, found }: { source: Source; found: Import }) {
  const t = useWords('network')
  const when = useWhen()
  const names = found.files.map(({ name }) => name).join(', ') || t('imports.noFile')
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3>{names}</h3>
        <span className={styles.soft}>
          {t(`imports.state.${found.state}`)} · <time dateTime={found.at}>{when.time(found.at)}</time>
          {found.by && ` · ${found.by.name}`}
        </span>
      </div>
      {found.progress && found.state === 'reading' && <Working progress={found.progress} mails={found.mailboxes} />}
      {found.failure && <p className={styles.said}>{found.failure}</p>}
      {found.mailboxes && (found.state === 'stopped' || found.state === 'failed') && (
        <p className={styles.soft}>{t('mailboxes.goOn')}</p>
      )}
      {found.may.look && <Columns source={source} found={found} name={names} />}
      {found.report && found.state === 'done' && <Report report={found.report} mode={mode} />}
      <Acts source={source} found={found} names={names} />
    </li>
  )
}

interface WorkingProps {
  progress: NonNullable<Import['progress']>
  /** Whether mails are counted, not bytes. */
  mails: boolean
}

function Working({ progress: { done, total, secondsLeft }, mails }: WorkingProps) {
  const t = useWords('network')
  const size = total < 10_000_000 ? 'kilobytes' : 'megabytes'
  const unit = mails ? 1 : { kilobytes: 1000, megabytes: 1_000_000 }[size]
  return (
    <div role="status">
      <Progress
        label={t(mails ? 'mailboxes.reading' : `imports.reading.${size}`)}
        value={Math.round(done / unit)}
        of={Math.max(1, Math.round(total / unit))}
      />
      {secondsLeft !== null && <p className={styles.soft}>{t('imports.left', { seconds: secondsLeft })}</p>}
    </div>
  )
}

function Report({ report, mode }: { report: NonNullable<Import['report']>; mode: Source['mode'] }) {
  const t = useWords('network')
  const when = useWhen()
  const { rows, traces, kept, from, to, identities, skipped, notes } = report
  return (
    <>
      <p className={styles.said}>
        {t('report.read', { rows, traces, kept, mode })}{' '}
        {from && to && t('report.days', { from: when.day(from), to: when.day(to) })}
      </p>
      <p className={styles.soft}>{t('report.identities', identities)}</p>
      {(skipped.length > 0 || notes.length > 0) && (
        <ul className={styles.report}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          {skipped.map(({ why, sentence }) => (
            <li key={why}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Acts({ source, found, names }: { source: string; found: Import; names: string }) {
  const t = useWords('network')
  const client = useQueryClient()
  const params = { source, import: found.id }
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      toast((error as Error).message)
    }
    await refresh(client, 'GET /sources/{source}/imports')
  }
  const read = (anew: boolean) =>
    act(() => api('PUT /sources/{source}/imports/{import}/reading', { params, body: { anew } }))
  const end = () => act(() => api('DELETE /sources/{source}/imports/{import}', { params }))
  const { may } = found
  return (
    <div className={styles.acts}>
      {may.goOn && !may.look && (
        <Button variant="default" onClick={() => void read(false)}>
          {t('imports.goOn')}
          <span className="unseen"> {names}</span>
        </Button>
      )}
      {may.goOn && found.state === 'failed' && (
        <Button variant="default" onClick={() => void read(true)}>
          {t('imports.anew')}
          <span className="unseen"> {names}</span>
        </Button>
      )}
      {(may.stop || may.undo) && (
        <Button variant="subtle" onClick={() => void end()}>
          {t(may.stop ? 'imports.stop' : 'imports.undo')}
          <span className="unseen"> {names}</span>
        </Button>
      )}
    </div>
  )
}
