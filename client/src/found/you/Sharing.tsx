import { Radio, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { PositionShown } from '@mortar/contract/network-discovery'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Section } from '#ui/index.ts'
import styles from '../found.module.css'

const choices = ['nobody', 'office', 'everybody'] as const

/** Who else may see what the reader connects: nobody, until they say so. */
export function Sharing({ shown }: { shown: PositionShown }) {
  const t = useWords('found')
  const client = useQueryClient()
  const put = (value: PositionShown) =>
    api('PUT /found/position', { body: { shown: value } }).then(() => refresh(client, 'GET /found'))
  return (
    <Section title={t('sharing.title')}>
      <Radio.Group
        label={t('sharing.label')}
        description={t('sharing.how')}
        value={shown}
        onChange={(value) =>
          void actWithUndo(
            t(`sharing.said.${value as PositionShown}`),
            () => put(value as PositionShown),
            () => put(shown),
          )
        }
      >
        <Stack gap="xs" mt="xs">
          {choices.map((value) => (
            <Radio key={value} value={value} label={t(`sharing.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <p className={styles.soft}>{t('sharing.what')}</p>
    </Section>
  )
}
