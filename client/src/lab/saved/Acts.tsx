import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Dialog, toast, useGo } from '#ui/index.ts'
import type { Saved } from './saved.ts'
import { type SavedAs, SavedFields } from './SavedFields.tsx'

/** Link, copy, rename, share and remove. */
export function Acts({ experiment }: { experiment: Saved }) {
  const t = useWords('lab')
  const go = useGo()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const params = { experiment: experiment.id }
  const copying = useMutation({
    mutationFn: () =>
      api('POST /experiments/{experiment}/copy', {
        params,
        body: { name: t('saved.copyOf', { name: experiment.name }).slice(0, 200) },
      }),
    onSuccess: async ({ id }) => {
      await refresh(client, 'GET /experiments')
      go(paths.experiment(id))
    },
    onError: (error) => toast(error.message),
  })
  const remove = async () => {
    await actWithUndo(
      t('saved.removed', { name: experiment.name }),
      async () => {
        await api('DELETE /experiments/{experiment}', { params })
        await refresh(client, 'GET /experiments')
        go(paths.lab())
      },
      async () => {
        await api('POST /experiments/{experiment}/restore', { params })
        await refresh(client, 'GET /experiments')
      },
    )
  }
  return (
    <>
      {experiment.may.change && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('saved.rename')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={18} aria-hidden="true" />}>
            {t('saved.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {'clipboard' in navigator && (
            <Menu.Item
              onClick={() => void navigator.clipboard.writeText(location.href).then(() => toast(t('saved.linkCopied')))}
            >
              {t('saved.link')}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => copying.mutate()}>{t('saved.copy')}</Menu.Item>
          {experiment.may.change && <Menu.Item onClick={() => void remove()}>{t('saved.remove')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {open && <Renaming experiment={experiment} onClose={() => setOpen(false)} />}
    </>
  )
}

function Renaming({ experiment, onClose }: { experiment: Saved; onClose: () => void }) {
  const t = useWords('lab')
  const client = useQueryClient()
  const changing = useMutation({
    mutationFn: ({ name, note, shared }: SavedAs) =>
      api('PATCH /experiments/{experiment}', {
        params: { experiment: experiment.id },
        body: { name, note, seen: shared ? 'organization' : 'me' },
      }),
    onSuccess: async () => {
      await refresh(client, 'GET /experiments', 'GET /experiments/{experiment}')
      onClose()
    },
  })
  return (
    <Dialog title={t('saved.rename')} onClose={onClose}>
      <SavedFields
        first={{ name: experiment.name, note: experiment.note, shared: experiment.seen === 'organization' }}
        onSave={changing.mutate}
        saving={changing}
      />
    </Dialog>
  )
}
