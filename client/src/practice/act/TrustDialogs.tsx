import { NumberInput, Radio } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import type { Practice } from '../api.ts'
import { EvidenceRuleState } from '../evidence/EvidenceRuleState.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

interface TrustProps {
  practice: Practice
  onClose: () => void
}

/** Evidence proposes, a steward decides. */
export function ValidateDialog({ practice, onClose }: TrustProps) {
  const t = useWords('practice')
  const [holds, setHolds] = useState(true)
  return (
    <ReasonDialog
      title={t('validate.title', { title: practice.title })}
      label={t('validate.reasons')}
      hint={t('validate.reasonsHow')}
      verb={t('validate.action')}
      field="reasons"
      done={t('validate.done')}
      onAct={(reasons) =>
        api('POST /practices/{practice}/validations', { params: { practice: practice.id }, body: { holds, reasons } })
      }
      onClose={onClose}
    >
      {practice.workshop && <EvidenceRuleState {...practice.workshop} />}
      <Radio.Group
        label={t('validate.question')}
        value={holds ? 'yes' : 'no'}
        onChange={(value) => setHolds(value === 'yes')}
      >
        <Radio value="yes" label={t('validate.yes')} mt="xs" />
        <Radio value="no" label={t('validate.no')} mt="xs" />
      </Radio.Group>
    </ReasonDialog>
  )
}

/** A dated act: somebody read it today and says that it is still right. */
export function VerifyDialog({ practice, onClose }: TrustProps) {
  const t = useWords('practice')
  const when = useWhen()
  const [days, setDays] = useState(practice.verifyDays)
  const next = new Date(Date.now() + days * 86_400_000)
  return (
    <ReasonDialog
      title={t('verify.title', { title: practice.title })}
      label={t('verify.note')}
      verb={t('verify.action')}
      field="note"
      optional
      done={t('verify.done')}
      onAct={(note) =>
        api('POST /practices/{practice}/verifications', { params: { practice: practice.id }, body: { days, note } })
      }
      onClose={onClose}
    >
      <p>{t('verify.what')}</p>
      <NumberInput
        label={t('verify.days')}
        description={t('verify.next', { day: when.day(next) })}
        value={days}
        onChange={(value) => setDays(Number(value) || practice.verifyDays)}
        min={7}
        max={1825}
        w={220}
      />
    </ReasonDialog>
  )
}
