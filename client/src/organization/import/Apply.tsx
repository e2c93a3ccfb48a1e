import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Refusal } from '#ui/index.ts'
import styles from './import.module.css'
import type { Import } from './one-import.ts'

/** Carries out what the page shows. Where unlikely many would end, it asks whether that is meant. */
export function Apply({ found }: { found: Import }) {
  const t = useWords('organization')
  const client = useQueryClient()
  const [meant, setMeant] = useState(false)
  const apply = useMutation({
    mutationFn: () =>
      api('PUT /organization/imports/{import}/application', {
        params: { import: found.id },
        body: { endingIsMeant: meant },
      }),
    onSuccess: () =>
      refresh(
        client,
        'GET /organization/imports/{import}',
        'GET /organization/imports',
        'GET /units',
        'GET /organization',
      ),
  })
  const asks = found.summary?.asks
  return (
    <div className={styles.acts}>
      {asks && (
        <div className={styles.asks}>
          <p>{t('import.asks', asks)}</p>
          <Checkbox
            checked={meant}
            onChange={(event) => setMeant(event.currentTarget.checked)}
            label={t('import.meant', asks)}
          />
        </div>
      )}
      <Refusal error={apply.error} />
      <Button size="md" loading={apply.isPending} disabled={Boolean(asks) && !meant} onClick={() => apply.mutate()}>
        {t('import.apply')}
      </Button>
    </div>
  )
}
