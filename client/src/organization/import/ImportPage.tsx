import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Page, Progress, Refusal, useGo } from '#ui/index.ts'
import { Apply } from './Apply.tsx'
import { ColumnsForm } from './ColumnsForm.tsx'
import { BringIn } from '#erasure/BringIn.tsx'
import styles from './import.module.css'
import type { Import } from './one-import.ts'
import { PlanTabs } from './PlanTabs.tsx'

const working = ['planning', 'applying', 'undoing']
const pace = 500

/** One import: how it was read, what it would do, and the acts that carry it out or take it back. */
export function ImportPage({ params }: { params: { import: string } }) {
  const t = useWords('organization')
  const { data: found } = useSuspenseQuery({
    ...query('GET /organization/imports/{import}', { params }),
    refetchInterval: ({ state }) => (working.includes(state.data?.state ?? '') ? pace : false),
  })
  const busy = working.includes(found.state)
  return (
    <Page
      title={t('import.one', { source: found.source })}
      above={<Go to={paths.importOrganization()}>{t('import.title')}</Go>}
      lead={<Standing found={found} />}
      actions={<Discard found={found} />}
    >
      {found.failure && <Refusal error={new Error(found.failure)} />}
      {busy && <Working found={found} />}
      {!busy &&
        found.state === 'planned' &&
        (changesAnything(found) ? <Apply found={found} /> : <p>{t('import.asIs')}</p>)}
      {!busy && found.may.plan && <Reading found={found} />}
      {!busy && found.may.plan && found.erased.rows.length > 0 && (
        <BringIn key={String(found.erased.bringIn)} found={found} />
      )}
      {!busy && found.summary && <PlanTabs found={found} />}
      {found.may.undo && <Undo found={found} />}
    </Page>
  )
}

const changesAnything = ({ summary }: Import): boolean => {
  if (!summary) return true
  const { people, units } = summary
  return people.added + people.changed + people.ended + units.opened + units.changed + units.closed > 0
}

function Standing({ found }: { found: Import }) {
  const t = useWords('organization')
  const when = useWhen()
  if (found.undoneAt) {
    return (
      <>
        {t('import.undone', { day: when.time(found.undoneAt) })}{' '}
        {found.kept ? t('import.kept', { kept: found.kept }) : ''}
      </>
    )
  }
  if (found.appliedAt) {
    return (
      <>
        {t('import.appliedOn', { day: when.time(found.appliedAt) })}{' '}
        <Go to={paths.organization()}>{t('import.seeOrganization')}</Go>
      </>
    )
  }
  return t(`import.state.${found.state}`)
}

/** How the files were read: folded away once it is understood, open when something is missing. */
function Reading({ found }: { found: Import }) {
  const t = useWords('organization')
  const columns = [...(found.files.people?.columns ?? []), ...(found.files.units?.columns ?? [])]
  return (
    <details className={styles.reading} open={!found.summary || found.failure !== null}>
      <summary>
        {t('import.reading')}
        <span className={styles.how}>
          {' '}
          {t('import.readingLine', { used: columns.filter(Boolean).length, all: columns.length })}
        </span>
      </summary>
      <ColumnsForm key={found.state} found={found} />
    </details>
  )
}

function Working({ found }: { found: Import }) {
  const t = useWords('organization')
  const { progress } = found
  return (
    <div className={styles.working} role="status">
      <Progress
        label={t(progress ? `import.step.${progress.step}` : `import.state.${found.state}`)}
        value={progress?.done ?? 0}
        of={progress?.total || Math.max(progress?.done ?? 0, 1)}
      />
      <p className={styles.how}>{t('import.working')}</p>
    </div>
  )
}

function Undo({ found }: { found: Import }) {
  const t = useWords('organization')
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: () => api('DELETE /organization/imports/{import}/application', { params: { import: found.id } }),
    onSuccess: () => refresh(client, 'GET /organization/imports/{import}', 'GET /organization/imports'),
  })
  return (
    <div className={styles.acts}>
      <Refusal error={undo.error} />
      <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
        {t('import.undo')}
      </Button>
    </div>
  )
}

function Discard({ found }: { found: Import }) {
  const t = useWords('organization')
  const go = useGo()
  const client = useQueryClient()
  const discard = useMutation({
    mutationFn: () => api('DELETE /organization/imports/{import}', { params: { import: found.id } }),
    async onSuccess() {
      go(paths.importOrganization())
      await refresh(client, 'GET /organization/imports')
    },
  })
  if (!found.may.discard) {
    return (
      <Button component={Go} variant="default" to={paths.importOrganization()}>
        {t('import.other')}
      </Button>
    )
  }
  return (
    <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate()}>
      {t('import.discard')}
    </Button>
  )
}
