import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Confirm, Dialog, Form, Go, toast, useGo } from '#ui/index.ts'

type Survey = Answer<'GET /surveys/{survey}'>

/** What the reader may do with a survey now. */
export function Acts({ survey }: { survey: Survey }) {
  const t = useWords('survey')
  const client = useQueryClient()
  const [asking, setAsking] = useState<'open' | 'openOn' | 'close' | 'discard'>()
  const params = { survey: survey.id }
  const again = () => refresh(client, 'GET /surveys', 'GET /surveys/{survey}', 'GET /surveys/{survey}/response')
  const takeBack = () => api('DELETE /surveys/{survey}/opening', { params }).then(again)
  const remind = () =>
    api('POST /surveys/{survey}/reminders', { params }).then(
      () => toast(t('act.reminded')),
      (error: Error) => toast(error.message),
    )
  const { may } = survey
  return (
    <>
      {survey.mine !== null && survey.state !== 'draft' && (
        <Button component={Go} to={paths.answerSurvey(survey.id)}>
          {t(
            !may.answer || survey.mine === 'finished'
              ? 'act.look'
              : survey.mine === 'begun'
                ? 'act.goOn'
                : 'act.answer',
          )}
        </Button>
      )}
      {may.open && <Button onClick={() => setAsking('open')}>{t('act.open')}</Button>}
      {may.open && (
        <Button variant="default" onClick={() => setAsking('openOn')}>
          {t('act.openOn')}
        </Button>
      )}
      {may.remind && (
        <Button variant="default" onClick={() => void remind()}>
          {t('act.remind')}
        </Button>
      )}
      {may.close && (
        <Button variant="default" onClick={() => setAsking('close')}>
          {t('act.close')}
        </Button>
      )}
      {may.takeBack && (
        <Button variant="subtle" onClick={() => void takeBack().then(() => toast(t('act.takenBack')), toastOf)}>
          {t('act.takeBack')}
        </Button>
      )}
      {may.discard && (
        <Button variant="subtle" onClick={() => setAsking('discard')}>
          {t('act.discard')}
        </Button>
      )}
      {asking === 'openOn' && <OpenOn survey={survey} again={again} onClose={() => setAsking(undefined)} />}
      {asking && asking !== 'openOn' && (
        <Asked survey={survey} asking={asking} again={again} onClose={() => setAsking(undefined)} />
      )}
    </>
  )
}

const toastOf = (error: Error) => toast(error.message)

interface AskedProps {
  survey: Survey
  again: () => Promise<unknown>
  onClose: () => void
}

function Asked({ survey, asking, again, onClose }: AskedProps & { asking: 'open' | 'close' | 'discard' }) {
  const t = useWords('survey')
  const go = useGo()
  const params = { survey: survey.id }
  const act = async () => {
    if (asking === 'open') await api('PUT /surveys/{survey}/opening', { params, body: {} })
    else if (asking === 'close') await api('PUT /surveys/{survey}/closing', { params })
    else await api('DELETE /surveys/{survey}', { params })
    if (asking === 'discard') go(paths.surveys())
    await again()
    toast(t(asking === 'open' ? 'act.opened' : asking === 'close' ? 'act.closed' : 'act.discarded'))
  }
  return (
    <Confirm
      title={t(`confirm.${asking}Title`, { name: survey.name })}
      verb={t(`act.${asking}`)}
      onClose={onClose}
      onConfirm={act}
    >
      {t(`confirm.${asking}What`, { people: survey.asked ?? 0 })}
    </Confirm>
  )
}

function OpenOn({ survey, again, onClose }: AskedProps) {
  const t = useWords('survey')
  const when = useWhen()
  const [on, setOn] = useState('')
  const params = { survey: survey.id }
  const plan = () => {
    onClose()
    return actWithUndo(
      t('act.planned', { day: when.day(on) }),
      () => api('PUT /surveys/{survey}/opening', { params, body: { on } }).then(again),
      () => api('DELETE /surveys/{survey}/opening', { params }).then(again),
    )
  }
  return (
    <Dialog title={t('act.openOn')} onClose={onClose}>
      <Form
        onSubmit={() => void plan()}
        actions={
          <Button type="submit" disabled={on === ''}>
            {t('act.plan')}
          </Button>
        }
      >
        <TextInput
          type="date"
          label={t('act.openOnDay')}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </Form>
    </Dialog>
  )
}
