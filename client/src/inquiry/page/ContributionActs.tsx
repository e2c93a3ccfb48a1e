import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo } from '#ui/index.ts'
import { EditContributionDialog } from '../act/EditContributionDialog.tsx'
import { ReasonDialog } from '../act/ReasonDialog.tsx'
import { type Contribution, type Inquiry, readAgain } from '../api.ts'
import styles from '../inquiry.module.css'
import { ReplyForm } from './Composer.tsx'

interface ActsProps {
  inquiry: Inquiry
  contribution: Contribution
}
type Open = 'reply' | 'thank' | 'edit' | 'report' | undefined

/** What I may do with a contribution: the server said so. */
export function ContributionActs({ inquiry, contribution }: ActsProps) {
  const t = useWords('inquiry')
  const { data: me } = useMe()
  const [open, setOpen] = useState<Open>()
  const { may, helped, thanks, id, kind } = contribution
  const close = () => setOpen(undefined)
  const verbs = useVerbs(id)
  const thanked = thanks.some(({ by }) => by?.id === me?.id)
  return (
    <>
      <div className={styles.smallActs}>
        {may.mark && !helped && kind !== 'reply' && (
          <Button size="compact-sm" variant="default" onClick={verbs.mark}>
            {t('act.mark')}
          </Button>
        )}
        {may.reply && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen('reply')}>
            {t('act.reply')}
          </Button>
        )}
        {may.thank && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={thanked ? verbs.unthank : () => setOpen('thank')}
          >
            {t(thanked ? 'act.unthank' : 'act.thank')}
          </Button>
        )}
        <MoreActs contribution={contribution} verbs={verbs} onOpen={setOpen} />
      </div>
      {open === 'reply' && <ReplyForm inquiry={inquiry} parent={id} onDone={close} />}
      {open === 'edit' && <EditContributionDialog contribution={contribution} onClose={close} />}
      {open === 'thank' && (
        <ReasonDialog
          title={t('thanks.title', { name: contribution.by?.name ?? t('somebody') })}
          label={t('thanks.reason')}
          verb={t('act.thank')}
          max={500}
          onClose={close}
          onAct={(reason) =>
            api('PUT /contributions/{contribution}/thanks', { params: { contribution: id }, body: { reason } })
          }
        />
      )}
      {open === 'report' && (
        <ReasonDialog
          title={t('report.title')}
          label={t('report.reason')}
          verb={t('act.report')}
          max={2000}
          onClose={close}
          onAct={(reason) =>
            api('POST /contributions/{contribution}/reports', { params: { contribution: id }, body: { reason } })
          }
        >
          <p>{t('report.lead')}</p>
        </ReasonDialog>
      )}
    </>
  )
}

function MoreActs({
  contribution: { may, helped, kind },
  verbs,
  onOpen,
}: {
  contribution: Contribution
  verbs: ReturnType<typeof useVerbs>
  onOpen: (open: Open) => void
}) {
  const t = useWords('inquiry')
  const marks = may.mark && (helped !== null || kind === 'reply')
  if (![marks, may.edit, may.withdraw, may.restore, may.report, may.hide, may.show].includes(true)) return null
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('act.more')}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {marks && (
          <Menu.Item onClick={helped ? verbs.unmark : verbs.mark}>{t(helped ? 'act.unmark' : 'act.mark')}</Menu.Item>
        )}
        {may.edit && <Menu.Item onClick={() => onOpen('edit')}>{t('act.edit')}</Menu.Item>}
        {may.withdraw && <Menu.Item onClick={verbs.withdraw}>{t('act.withdraw')}</Menu.Item>}
        {may.restore && <Menu.Item onClick={verbs.restore}>{t('act.restore')}</Menu.Item>}
        {may.report && <Menu.Item onClick={() => onOpen('report')}>{t('act.report')}</Menu.Item>}
        {may.hide && <Menu.Item onClick={verbs.hide}>{t('act.hide')}</Menu.Item>}
        {may.show && <Menu.Item onClick={verbs.show}>{t('act.show')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Each act at once, with its undo. */
function useVerbs(contribution: string) {
  const t = useWords('inquiry')
  const client = useQueryClient()
  const params = { contribution }
  const again = async (act: Promise<unknown>) => {
    await act
    await readAgain(client)
  }
  const mark = () => again(api('PUT /contributions/{contribution}/helped', { params }))
  const unmark = () => again(api('DELETE /contributions/{contribution}/helped', { params }))
  const withdraw = () => again(api('PUT /contributions/{contribution}/withdrawal', { params }))
  const restore = () => again(api('DELETE /contributions/{contribution}/withdrawal', { params }))
  const hide = () => again(api('PUT /contributions/{contribution}/hiding', { params }))
  const show = () => again(api('DELETE /contributions/{contribution}/hiding', { params }))
  const unthank = () => again(api('DELETE /contributions/{contribution}/thanks', { params }))
  return {
    mark: () => void actWithUndo(t('done.marked'), mark, unmark),
    unmark: () => void actWithUndo(t('done.unmarked'), unmark, mark),
    withdraw: () => void actWithUndo(t('done.withdrawn'), withdraw, restore),
    restore: () => void actWithUndo(t('done.restored'), restore, withdraw),
    hide: () => void actWithUndo(t('done.hidden'), hide, show),
    show: () => void actWithUndo(t('done.shown'), show, hide),
    unthank: () => void unthank(),
  }
}
