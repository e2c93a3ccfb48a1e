import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo } from '#ui/index.ts'
import { EditInquiryDialog } from '../act/EditInquiryDialog.tsx'
import { MergeDialog } from '../act/MergeDialog.tsx'
import { MoveDialog } from '../act/MoveDialog.tsx'
import { ReasonDialog } from '../act/ReasonDialog.tsx'
import { RedactInquiryDialog } from '../act/RedactInquiryDialog.tsx'
import { ResolveDialog } from '../act/ResolveDialog.tsx'
import { type Inquiry, readAgain } from '../api.ts'

type Open = 'resolve' | 'reopen' | 'edit' | 'move' | 'merge' | 'report' | 'redact'

/** What I may do with the inquiry: the server said so. */
export function Acts({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  const [open, setOpen] = useState<Open>()
  const { may } = inquiry
  return (
    <>
      {may.resolve && (
        <Button variant="default" onClick={() => setOpen('resolve')}>
          {t('act.resolve')}
        </Button>
      )}
      {may.reopen && (
        <Button variant="default" onClick={() => setOpen('reopen')}>
          {t('act.reopen')}
        </Button>
      )}
      <More inquiry={inquiry} onOpen={setOpen} />
      {open && <Opened open={open} inquiry={inquiry} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function More({ inquiry, onOpen }: { inquiry: Inquiry; onOpen: (open: Open) => void }) {
  const t = useWords('inquiry')
  const client = useQueryClient()
  const { may, id } = inquiry
  const params = { inquiry: id }
  const again = async (act: Promise<unknown>) => {
    await act
    await readAgain(client)
  }
  const withdraw = () => again(api('PUT /inquiries/{inquiry}/withdrawal', { params }))
  const restore = () => again(api('DELETE /inquiries/{inquiry}/withdrawal', { params }))
  const hide = () => again(api('PUT /inquiries/{inquiry}/hiding', { params }))
  const show = () => again(api('DELETE /inquiries/{inquiry}/hiding', { params }))
  const dialogs = (['edit', 'move', 'merge', 'report', 'redact'] as const).filter((act) => may[act])
  if (dialogs.length === 0 && !may.withdraw && !may.hide) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconDots size={18} aria-hidden="true" />}>
          {t('act.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {dialogs.map((act) => (
          <Menu.Item key={act} onClick={() => onOpen(act)}>
            {t(`act.${act}`)}
          </Menu.Item>
        ))}
        {may.withdraw && (
          <Menu.Item onClick={() => void actWithUndo(t('done.withdrawn'), withdraw, restore)}>
            {t('act.withdraw')}
          </Menu.Item>
        )}
        {may.hide && (
          <Menu.Item onClick={() => void actWithUndo(t('done.hidden'), hide, show)}>{t('act.hide')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function Opened({ open, inquiry, onClose }: { open: Open; inquiry: Inquiry; onClose: () => void }): ReactNode {
  const t = useWords('inquiry')
  const params = { inquiry: inquiry.id }
  if (open === 'resolve') return <ResolveDialog inquiry={inquiry} onClose={onClose} />
  if (open === 'edit') return <EditInquiryDialog inquiry={inquiry} onClose={onClose} />
  if (open === 'move') return <MoveDialog inquiry={inquiry} onClose={onClose} />
  if (open === 'merge') return <MergeDialog inquiry={inquiry} onClose={onClose} />
  if (open === 'redact') return <RedactInquiryDialog inquiry={inquiry} onClose={onClose} />
  const reopens = open === 'reopen'
  return (
    <ReasonDialog
      title={t(reopens ? 'reopen.title' : 'report.title')}
      label={t(reopens ? 'reopen.reason' : 'report.reason')}
      verb={t(reopens ? 'act.reopen' : 'act.report')}
      max={reopens ? 1000 : 2000}
      optional={reopens}
      onClose={onClose}
      onAct={(reason) =>
        reopens
          ? api('DELETE /inquiries/{inquiry}/resolution', { params, body: { reason } })
          : api('POST /inquiries/{inquiry}/reports', { params, body: { reason } })
      }
    >
      <p>{t(reopens ? 'reopen.lead' : 'report.lead')}</p>
    </ReasonDialog>
  )
}
