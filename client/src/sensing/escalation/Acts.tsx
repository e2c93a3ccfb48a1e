import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, toast } from '#ui/index.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { readAgain } from '../use-act.ts'
import { AddressDialog } from './AddressDialog.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { DelegateDialog } from './DelegateDialog.tsx'
import type { Escalation } from '../types.ts'

type Open = 'decide' | 'finish' | 'withdraw' | 'delegate' | 'address'

/** What I may do with it now: the server said so. */
export function Acts({ escalation }: { escalation: Escalation }) {
  const t = useWords('sensing')
  const client = useQueryClient()
  const [open, setOpen] = useState<Open>()
  const { may, state, answer } = escalation
  const params = { escalation: escalation.id }
  const now = (act: () => Promise<unknown>, said: string) => () =>
    void act()
      .then(() => readAgain(client))
      .then(
        () => toast(said),
        (error: Error) => toast(error.message),
      )
  const reopen = () => api('DELETE /escalations/{escalation}/completion', { params })
  return (
    <>
      {may.receive && (
        <Button onClick={now(() => api('PUT /escalations/{escalation}/receipt', { params }), t('act.received'))}>
          {t('act.receive')}
        </Button>
      )}
      {may.address && <Button onClick={() => setOpen('address')}>{t('act.address')}</Button>}
      {may.decide && (
        <Button
          variant={state === 'received' || answer === 'later' ? 'filled' : 'default'}
          onClick={() => setOpen('decide')}
        >
          {t(state === 'received' || answer === 'later' ? 'act.decide' : 'act.decideAnew')}
        </Button>
      )}
      {may.finish && (
        <Button variant="default" onClick={() => setOpen('finish')}>
          {t(answer === 'no' ? 'act.finishNo' : 'act.finish')}
        </Button>
      )}
      {may.reopen && (
        <Button variant="default" onClick={now(reopen, t('act.reopened'))}>
          {t('act.reopen')}
        </Button>
      )}
      {may.sendAgain && (
        <Button
          variant="default"
          onClick={now(() => api('DELETE /escalations/{escalation}/withdrawal', { params }), t('act.sentAgain'))}
        >
          {t('act.sendAgain')}
        </Button>
      )}
      <More escalation={escalation} onOpen={setOpen} />
      {open && <Opened open={open} escalation={escalation} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function More({ escalation, onOpen }: { escalation: Escalation; onOpen: (open: Open) => void }) {
  const t = useWords('sensing')
  const client = useQueryClient()
  const { may, delegate } = escalation
  const params = { escalation: escalation.id }
  if (!may.delegate && !may.withdraw) return null
  const again = () => readAgain(client)
  const takeBack = () =>
    actWithUndo(
      t('act.takenBack'),
      () => api('DELETE /escalations/{escalation}/delegate', { params }).then(again),
      () =>
        api('PUT /escalations/{escalation}/delegate', {
          params,
          body: { person: delegate!.id, reason: '' },
        }).then(again),
    )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconDots size={18} aria-hidden="true" />}>
          {t('act.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {may.delegate && <Menu.Item onClick={() => onOpen('delegate')}>{t('act.delegate')}</Menu.Item>}
        {may.takeBack && <Menu.Item onClick={() => void takeBack()}>{t('act.takeBack')}</Menu.Item>}
        {may.withdraw && <Menu.Item onClick={() => onOpen('withdraw')}>{t('act.withdraw')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}

function Opened({ open, escalation, onClose }: { open: Open; escalation: Escalation; onClose: () => void }): ReactNode {
  const t = useWords('sensing')
  const params = { escalation: escalation.id }
  if (open === 'decide') return <DecideDialog escalation={escalation} onClose={onClose} />
  if (open === 'delegate') return <DelegateDialog escalation={escalation} onClose={onClose} />
  if (open === 'address') return <AddressDialog escalation={escalation} onClose={onClose} />
  if (open === 'withdraw') {
    return (
      <ReasonDialog
        title={t('withdraw.title')}
        label={t('reason')}
        hint={t('withdraw.how')}
        verb={t('act.withdraw')}
        done={t('withdraw.done')}
        optional
        onAct={(reason) => api('PUT /escalations/{escalation}/withdrawal', { params, body: { reason } })}
        onClose={onClose}
      />
    )
  }
  const no = escalation.answer === 'no'
  return (
    <ReasonDialog
      title={t(no ? 'finish.titleNo' : 'finish.title')}
      label={t('finish.note')}
      hint={t(no ? 'finish.howNo' : 'finish.how')}
      verb={t(no ? 'act.finishNo' : 'act.finish')}
      field="note"
      done={t('finish.done')}
      optional
      onAct={(note) => api('PUT /escalations/{escalation}/completion', { params, body: { note } })}
      onClose={onClose}
    />
  )
}
