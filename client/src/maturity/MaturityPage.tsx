import { useSuspenseQuery } from '@tanstack/react-query'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Page } from '#ui/index.ts'
import { Maturity } from './Maturity.tsx'

/** How mature the organization is in working with communities. The knowledge office answers; everybody may read. */
export function MaturityPage() {
  const t = useWords('maturity')
  const { data } = useSuspenseQuery(query('GET /maturity'))
  return (
    <Page title={t('title')} above={<Go to={paths.indicators()}>{t('toFigures')}</Go>} lead={t('organizationLead')}>
      <Maturity
        page={data}
        acts={{
          begin: () => api('POST /maturity'),
          answer: (question, body) => api('PUT /maturity/answers/{question}', { params: { question }, body }),
          end: () => api('PUT /maturity/end'),
        }}
      />
    </Page>
  )
}
