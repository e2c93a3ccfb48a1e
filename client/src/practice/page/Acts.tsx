import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, useGo } from '#ui/index.ts'
import { ApplyDialog } from '../act/ApplyDialog.tsx'
import { DecideDialog } from '../act/DecideDialog.tsx'
import { ReasonDialog } from '../act/ReasonDialog.tsx'
import { RedactPracticeDialog } from '../act/RedactPracticeDialog.tsx'
import { SendToUnitDialog, StewardDialog } from '../act/SendDialogs.tsx'
import { ValidateDialog, VerifyDialog } from '../act/TrustDialogs.tsx'
import { type Practice, readAgain } from '../api.ts'

type To = Practice['may']['moveTo'][number]
type Act = 'apply' | 'decide' | 'validate' | 'verify' | 'send' | 'steward' | 'report' | 'redact' | `move ${To}`

/** The one act of the page in brick, two beside it, and the others in a menu. The server said which there are. */
export function Acts({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const [act, setAct] = useState<Act>()
  const { may } = practice
  const deciding = may.decideFor.filter(({ next }) => next.length > 0)
  const close = () => setAct(undefined)
  const forward = may.moveTo.find((to) => to === 'current' || to === 'proposed')
  return (
    <>
      {forward && <Button onClick={() => setAct(`move ${forward}`)}>{t(moveWord(practice.state, forward))}</Button>}
      {may.apply && <Button onClick={() => setAct('apply')}>{t('act.apply')}</Button>}
      {deciding.length > 0 && practice.state === 'current' && (
        <Button variant="default" onClick={() => setAct('decide')}>
          {t(deciding.length === 1 ? 'act.decideHere' : 'act.decide', { unit: deciding[0]!.name })}
        </Button>
      )}
      <More practice={practice} forward={forward} onAct={setAct} />
      {act === 'apply' && <ApplyDialog practice={practice} onClose={close} />}
      {act === 'decide' && <DecideDialog practice={practice} units={deciding} onClose={close} />}
      {act === 'validate' && <ValidateDialog practice={practice} onClose={close} />}
      {act === 'verify' && <VerifyDialog practice={practice} onClose={close} />}
      {act === 'send' && <SendToUnitDialog practice={practice} onClose={close} />}
      {act === 'steward' && <StewardDialog practice={practice} onClose={close} />}
      {act === 'report' && <ReportDialog practice={practice} onClose={close} />}
      {act === 'redact' && <RedactPracticeDialog practice={practice} onClose={close} />}
      {act?.startsWith('move ') && <MoveDialog practice={practice} to={act.slice(5) as To} onClose={close} />}
    </>
  )
}

interface MoreProps {
  practice: Practice
  forward: To | undefined
  onAct: (act: Act) => void
}

function More({ practice, forward, onAct }: MoreProps) {
  const t = useWords('practice')
  const go = useGo()
  const hiding = useHiding(practice)
  const { may, state } = practice
  const steward = may.steward && state === 'current'
  const entries = [
    may.revise && [t('act.edit'), () => go(paths.editPractice(practice.id))],
    !may.revise && may.suggest && [t('act.suggest'), () => go(paths.editPractice(practice.id))],
    may.adapt && [t('act.adapt'), () => go(paths.adaptPractice(practice.id))],
    steward && [t('act.verify'), () => onAct('verify')],
    steward && [t('act.validate'), () => onAct('validate')],
    steward && [t('act.send'), () => onAct('send')],
    may.steward && [t('act.steward'), () => onAct('steward')],
    ...may.moveTo.filter((to) => to !== forward).map((to) => [t(moveWord(state, to)), () => onAct(`move ${to}`)]),
    may.report && [t('act.report'), () => onAct('report')],
    may.hide && [t('act.hide'), hiding],
    may.redact && [t('act.redact'), () => onAct('redact')],
  ].filter(Boolean) as [string, () => void][]
  if (entries.length === 0) return null
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconDots size={18} aria-hidden="true" />}>
          {t('act.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(([word, onClick]) => (
          <Menu.Item key={word} onClick={onClick}>
            {word}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function useHiding({ id }: Practice) {
  const t = useWords('practice')
  const client = useQueryClient()
  const params = { practice: id }
  const then = (act: Promise<unknown>) => act.then(() => readAgain(client))
  return () =>
    void actWithUndo(
      t('hidden'),
      () => then(api('PUT /practices/{practice}/hiding', { params })),
      () => then(api('DELETE /practices/{practice}/hiding', { params })),
    )
}

function ReportDialog({ practice, onClose }: { practice: Practice; onClose: () => void }) {
  const t = useWords('practice')
  return (
    <ReasonDialog
      title={t('report.title')}
      label={t('report.reason')}
      hint={t('report.lead')}
      verb={t('act.report')}
      field="reason"
      done={t('report.done')}
      onAct={(reason) =>
        api('POST /practices/{practice}/reports', { params: { practice: practice.id }, body: { reason } })
      }
      onClose={onClose}
    />
  )
}

const moveWord = (from: Practice['state'], to: To) => {
  if (from === 'retired') return 'move.restore' as const
  return (
    { draft: 'move.draft', proposed: 'move.proposed', current: 'move.current', retired: 'move.retired' } as const
  )[to]
}

function MoveDialog({ practice, to, onClose }: { practice: Practice; to: To; onClose: () => void }) {
  const t = useWords('practice')
  const word = t(moveWord(practice.state, to))
  return (
    <ReasonDialog
      title={word}
      label={t('move.reason')}
      hint={t(`moveHow.${practice.state === 'retired' ? 'restore' : to}`)}
      verb={word}
      field="reason"
      optional={to === 'proposed' || (to === 'current' && practice.state !== 'retired')}
      onAct={(reason) =>
        api('PUT /practices/{practice}/state', { params: { practice: practice.id }, body: { state: to, reason } })
      }
      onClose={onClose}
    />
  )
}
