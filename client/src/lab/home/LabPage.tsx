import { models, studies } from '@mortar/simulation'
import { Suspense } from 'react'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, ListSkeleton, Page, Section } from '#ui/index.ts'
import { Origin } from '../model/Origin.tsx'
import { useModelWords } from '../words.ts'
import { presetSearch } from '../presets/presets.ts'
import styles from './home.module.css'
import { ModelPicture } from './pictures.tsx'
import { SavedExperiments } from './SavedExperiments.tsx'

/** The models, what was published to begin from, and what was saved. */
export function LabPage() {
  const t = useWords('lab')
  const words = useModelWords()
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
      <Section title={t('home.models')}>
        <ul className={styles.models}>
          {models.map(({ name }) => (
            <li key={name} className={styles.card}>
              <ModelPicture model={name} />
              <h3>
                <Go to={paths.labModel(name)}>{words.model(name)}</Go>
              </h3>
              <Origin model={name} />
              <p>{words.sentence(name)}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('home.saved')}>
        <Suspense fallback={<ListSkeleton />}>
          <SavedExperiments />
        </Suspense>
      </Section>
      <Section title={t('home.begin')} action={<Go to={paths.reproduced()}>{t('preset.all')}</Go>}>
        <p className={styles.soft}>{t('home.beginHow')}</p>
        <ul className={styles.begin}>
          {studies.map((study) => (
            <li key={study.name}>
              <Go to={paths.labModel(study.model.name, presetSearch(study.model, study))}>{words.study(study.name)}</Go>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
