import { Button } from '@mantine/core'
import type { SourceLine } from '@mortar/contract/network-sources'
import { useQueryClient } from '@tanstack/react-query'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import styles from '../network.module.css'

/** Agrees or withdraws, at once, and says what that did. */
export function Choose({ source }: { source: SourceLine }) {
  const t = useWords('network')
  const client = useQueryClient()
  const choose = async (agreed: boolean) => {
    try {
      const { removed } = await api('PUT /sources/{source}/choice', { params: { source: source.id }, body: { agreed } })
      await refresh(client, 'GET /privacy', 'GET /sources', 'GET /sources/{source}')
      toast(agreed ? t('choice.agreed', { name: source.name }) : t('choice.withdrawn', { name: source.name, removed }))
    } catch (error) {
      toast((error as Error).message)
    }
  }
  if (source.closedAt) return null
  const state = source.included ? 'in' : source.choice === 'withdrawn' ? 'out' : 'asked'
  return (
    <div className={styles.acts}>
      <span className={styles.state} data-in={source.included || undefined}>
        {t(
          source.mode === 'announced' && !source.announcedAt && state === 'asked' ? 'choice.untold' : `choice.${state}`,
        )}
      </span>
      {source.choice !== 'withdrawn' && (source.included || source.mode === 'announced') && (
        <Button variant="default" onClick={() => void choose(false)}>
          {t('choice.withdraw')}
          <span className="unseen"> {source.name}</span>
        </Button>
      )}
      {(source.choice === 'withdrawn' || (source.mode === 'opt_in' && !source.included)) && (
        <Button variant={source.choice === 'withdrawn' ? 'default' : 'filled'} onClick={() => void choose(true)}>
          {t('choice.agree')}
          <span className="unseen"> {source.name}</span>
        </Button>
      )}
    </div>
  )
}
