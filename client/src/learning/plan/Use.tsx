import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api, refresh } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Mark } from '#ui/index.ts'
import shared from '../learning.module.css'
import type { Plan } from './types.ts'

/** Which version is in use: what it sends is suggested to those it is for, with that reason. */
export function Use({ plan }: { plan: Plan }) {
  const t = useWords('learning')
  const when = useWhen()
  const { used, may, version } = plan
  const { take, drop } = useActs(plan)
  if (!used && !may.use) return null
  return (
    <div className={shared.notice}>
      <p className={shared.facts}>
        <Mark kind={used ? 'worked' : 'quiet'}>
          {used ? t('plans.use.is', { number: used.version }) : t('plans.use.not')}
        </Mark>
        {used && (
          <span>
            {used.by?.name} <time dateTime={used.at}>{when.day(used.at)}</time>
          </span>
        )}
      </p>
      <p className={shared.soft}>{t(used ? 'plans.use.isWhat' : 'plans.use.notWhat')}</p>
      {may.use && (
        <div className={shared.acts}>
          {used?.version !== version.number && (
            <Button size="compact-sm" variant="default" onClick={take}>
              {t('plans.use.take', { number: version.number })}
            </Button>
          )}
          {used && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={drop}>
              {t('plans.use.drop')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function useActs({ id, used, version }: Plan) {
  const t = useWords('learning')
  const client = useQueryClient()
  const params = { plan: id }
  const set = async (number: number | undefined) => {
    if (number === undefined) await api('DELETE /learning/plans/{plan}/use', { params })
    else await api('PUT /learning/plans/{plan}/use', { params, body: { version: number } })
    await refresh(client, 'GET /learning/plans/{plan}', 'GET /learning/plans', 'GET /learning/suggestions')
  }
  const before = used?.version
  return {
    take: () =>
      void actWithUndo(
        t('plans.use.taken', { number: version.number }),
        () => set(version.number),
        () => set(before),
      ),
    drop: () =>
      void actWithUndo(
        t('plans.use.dropped'),
        () => set(undefined),
        () => set(before),
      ),
  }
}
