import { Button, SegmentedControl } from '@mantine/core'
import { IconDownload, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import type { Budget, Line, Study } from '@mortar/simulation'
import { useSuspenseQuery } from '@tanstack/react-query'
import { saveText } from '#constellation/export/TakeAlong.tsx'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Page, Progress, Refusal, Section, useAddress } from '#ui/index.ts'
import { useModelWords } from '../words.ts'
import { linesToCsv } from './csv.ts'
import { referenceQuery } from './reference.ts'
import styles from './reproduce.module.css'
import { StudyPart } from './StudyPart.tsx'
import { type Reproduction, studiesFor, useReproduction } from './use-reproduction.ts'

/** Everything published that the models are held against, and the button that does it again before one's eyes. */
export function ReproducedPage() {
  const t = useWords('lab')
  const [{ model, budget: asked }, change] = useAddress()
  const [now, reproducing] = useReproduction()
  const { data: reference } = useSuspenseQuery(referenceQuery)
  const budget: Budget = asked === 'full' ? 'full' : 'quick'
  const chosen = studiesFor(model)
  const asks = chosen.length > 0 ? chosen : studiesFor(undefined)
  const lines = asks.flatMap(({ name }) => now.found[name]?.lines ?? reference[name]?.lines ?? [])
  const running = now.state === 'running'
  return (
    <Page title={t('reproduce.title')} lead={t('reproduce.lead')}>
      <div className={styles.bar}>
        <SegmentedControl
          aria-label={t('reproduce.budget')}
          value={budget}
          disabled={running}
          onChange={(value) => change({ budget: value === 'full' ? 'full' : undefined }, { replace: true })}
          data={(['quick', 'full'] as const).map((value) => ({ value, label: t(`reproduce.${value}Runs`) }))}
        />
        {running ? (
          <Button
            variant="default"
            onClick={() => reproducing.stop()}
            leftSection={<IconPlayerStop size={18} aria-hidden />}
          >
            {t('reproduce.stop')}
          </Button>
        ) : (
          <Button
            onClick={() => void reproducing.start(asks, budget)}
            leftSection={<IconPlayerPlay size={18} aria-hidden />}
          >
            {t('reproduce.start')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => saveText(linesToCsv(lines), 'text/csv', 'reproduced.csv')}
        >
          {t('reproduce.csv')}
        </Button>
      </div>
      <p className={styles.soft}>{t(`reproduce.${budget}Means`)}</p>
      <State now={now} lines={lines} />
      {bySource(asks).map(([name, studies]) => (
        <ModelPart key={name} model={name}>
          {studies.map((study) => (
            <StudyPart
              key={study.name}
              study={study}
              reference={reference[study.name]!}
              here={now.found[study.name]}
              reproduction={now}
            />
          ))}
        </ModelPart>
      ))}
    </Page>
  )
}

function State({ now, lines }: { now: Reproduction; lines: readonly Line[] }) {
  const t = useWords('lab')
  const count = (verdict: Line['verdict']) => lines.filter((line) => line.verdict === verdict).length
  const here = Object.values(now.found).reduce((sum, { lines: its }) => sum + its.length, 0)
  if (now.state === 'failed') return <Refusal error={new Error(now.failure)} />
  return (
    <>
      {now.state === 'running' && <Progress label={t('reproduce.running')} value={now.done} of={now.of} />}
      <p className={styles.total} role="status">
        {t('reproduce.total', {
          of: lines.length,
          holds: count('holds'),
          known: count('known'),
          differs: count('differs'),
        })}{' '}
        {now.state === 'resting'
          ? t('reproduce.totalFull')
          : t('reproduce.totalHere', { here, others: lines.length - here })}
      </p>
    </>
  )
}

function ModelPart({ model, children }: { model: string; children: React.ReactNode }) {
  const t = useWords('lab')
  const words = useModelWords()
  return (
    <Section title={words.model(model)} action={<Go to={paths.labModel(model)}>{t('reproduce.openModel')}</Go>}>
      <p className={styles.ours}>{words.about(model, 'ours')}</p>
      {children}
    </Section>
  )
}

const bySource = (studies: readonly Study[]) => [...Map.groupBy(studies, (study) => study.model.name)]
