import pg from 'pg'

/** The pages that are long in the filled database. */
export async function longPages(config: pg.PoolConfig): Promise<{ name: string; path: string }[]> {
  const client = new pg.Client(config as pg.ClientConfig)
  await client.connect()
  try {
    const { rows } = await client.query<{ inquiry_id: string }>(
      `select said.inquiry_id from contribution said
       join inquiry_community held on held.inquiry_id = said.inquiry_id
       join community on community.id = held.community_id and community.visibility = 'open'
       join inquiry on inquiry.id = said.inquiry_id and inquiry.state <> 'withdrawn'
       group by said.inquiry_id order by count(distinct said.id) desc limit 1`,
    )
    return [
      { name: 'a long inquiry', path: `/inquiries/${rows[0]!.inquiry_id}` },
      { name: 'inquiries', path: '/inquiries' },
      { name: 'practices', path: '/practices' },
      { name: 'the matrix', path: '/practices/matrix' },
      { name: 'the tree', path: '/organization' },
    ]
  } finally {
    await client.end()
  }
}
