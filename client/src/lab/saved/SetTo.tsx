import type { Experiment, Model } from '@mortar/simulation'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Section } from '#ui/index.ts'
import { searchOf } from '../plan/address.ts'
import { askable } from '../plan/fields.ts'
import { useModelWords } from '../words.ts'
import styles from './saved.module.css'

/** What differs from what was published, and the way to change it. */
export function SetTo({ model, plan }: { model: Model; plan: Experiment }) {
  const t = useWords('lab')
  const words = useModelWords()
  const given = { ...plan.settings, ...plan.cells[0] }
  const changed = askable(model).filter(({ name }) => name in given)
  const said = (name: string, value: unknown) => {
    if (typeof value === 'boolean') return t(value ? 'settings.yes' : 'settings.no')
    return typeof value === 'string' ? words.choiceShort(model.name, name, value) : String(value)
  }
  const { runs, seed } = plan
  return (
    <Section
      title={t('saved.setTo')}
      action={<Go to={paths.labModel(model.name, searchOf(model, plan))}>{t('saved.change')}</Go>}
    >
      <dl className={styles.set}>
        {changed.map(({ name }) => (
          <div key={name}>
            <dt>{words.setting(model.name, name)}</dt>
            <dd>{said(name, given[name])}</dd>
          </div>
        ))}
        <div>
          <dt>{t('run.runs')}</dt>
          <dd>
            {runs.until
              ? t('saved.until', {
                  measure: words.measure(model.name, runs.until.measure),
                  width: runs.until.halfWidth,
                  most: runs.most,
                })
              : runs.most}
          </dd>
        </div>
        <div>
          <dt>{t('run.seed')}</dt>
          <dd>{seed}</dd>
        </div>
      </dl>
      {changed.length === 0 && <p className={styles.soft}>{t('saved.asPublished')}</p>}
    </Section>
  )
}
