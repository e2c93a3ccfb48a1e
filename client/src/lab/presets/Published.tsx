import { Button } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import type { Study } from '@mortar/simulation'
import { useSuspenseQuery } from '@tanstack/react-query'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Progress, Refusal, Section } from '#ui/index.ts'
import { referenceQuery } from '../reproduce/reference.ts'
import { StudyPart } from '../reproduce/StudyPart.tsx'
import { useReproduction } from '../reproduce/use-reproduction.ts'
import styles from './presets.module.css'

/** What was published beside what comes out, with its tolerance; run again here when somebody asks. */
export function Published({ study }: { study: Study }) {
  const t = useWords('lab')
  const { data: reference } = useSuspenseQuery(referenceQuery)
  const [now, reproducing] = useReproduction()
  const running = now.state === 'running'
  return (
    <Section
      title={t('preset.title')}
      action={<Go to={paths.reproduced({ model: study.model.name })}>{t('preset.all')}</Go>}
    >
      <div className={styles.acts}>
        {running ? (
          <Button
            variant="default"
            onClick={() => reproducing.stop()}
            leftSection={<IconPlayerStop size={18} aria-hidden="true" />}
          >
            {t('reproduce.stop')}
          </Button>
        ) : (
          <Button
            variant="light"
            onClick={() => void reproducing.start([study], 'quick')}
            leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}
          >
            {t('preset.here')}
          </Button>
        )}
      </div>
      {running && <Progress label={t('reproduce.running')} value={now.done} of={now.of} />}
      {now.state === 'failed' && <Refusal error={new Error(now.failure)} />}
      <StudyPart study={study} reference={reference[study.name]!} here={now.found[study.name]} reproduction={now} />
    </Section>
  )
}
