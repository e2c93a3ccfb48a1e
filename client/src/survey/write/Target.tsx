import { useWords } from '#app/words.ts'
import { api } from '#app/api.ts'
import { searchUnits } from '#organization/search-people.ts'
import { type Choice, Picker, Section } from '#ui/index.ts'
import styles from '../survey.module.css'

interface Chosen {
  units: readonly Choice[]
  communities: readonly Choice[]
}

/** Units with everything below, communities, or everybody. */
export function Target({ target, onChange }: { target: Chosen; onChange: (target: Chosen) => void }) {
  const t = useWords('survey')
  return (
    <Section title={t('write.target')}>
      <p className={styles.said}>{t('write.targetHow')}</p>
      <div className={styles.pair}>
        <Picker
          label={t('write.units')}
          value={target.units}
          onChange={(units) => onChange({ ...target, units })}
          search={searchUnits}
        />
        <Picker
          label={t('write.communities')}
          value={target.communities}
          onChange={(communities) => onChange({ ...target, communities })}
          search={searchCommunities}
          max={50}
        />
      </div>
    </Section>
  )
}

async function searchCommunities(words: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await api('GET /communities', { query: { words }, signal })
  return items.slice(0, 12).map(({ id, name, short }) => ({ id, name, note: short }))
}
