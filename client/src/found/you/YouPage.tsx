import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Page } from '#ui/index.ts'
import { ConnectionPicture } from './ConnectionPicture.tsx'
import { Connectors } from './Connectors.tsx'
import { PositionFigures } from './PositionFigures.tsx'
import { ConnectionTables } from './ConnectionTables.tsx'
import { Sharing } from './Sharing.tsx'
import { useWindowOf } from '../use-found.ts'

/** How the reader stands between units and communities: shown to them first, and to others only by their own choice. */
export function YouPage() {
  const t = useWords('found')
  const windowOf = useWindowOf()
  const { data } = useSuspenseQuery(query('GET /found'))
  const { run, position, connectors } = data
  const window = run ? windowOf(run.settings) : ''
  return (
    <Page
      title={t('you.title')}
      lead={t('you.lead')}
      actions={<Go to={paths.foundCommunities()}>{t('runs.latest')}</Go>}
    >
      {position ? (
        <>
          <p>
            {t('position.lead', {
              unit: position.unit?.name ?? t('position.noUnit'),
              units: position.otherUnits,
              communities: position.communities,
            })}
          </p>
          <ConnectionPicture position={position} />
          <ConnectionTables position={position} window={window} />
          <PositionFigures position={position} window={window} />
          <Sharing shown={position.shown} />
        </>
      ) : (
        <EmptyState title={t('you.none')}>{t(run ? 'you.noneHow' : 'none.others')}</EmptyState>
      )}
      {connectors.length > 0 && <Connectors connectors={connectors} />}
    </Page>
  )
}
