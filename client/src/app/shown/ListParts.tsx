import { DataTable, EvidenceDots, Go, Pager, Section, Tree, type TreeNode } from '#ui/index.ts'

const rows = [
  { name: 'First contact call', worked: 7, partly: 1, failed: 1, units: 3 },
  { name: 'Walking meeting on the stairs', worked: 3, partly: 0, failed: 2, units: 2 },
  { name: 'Goal card in plain words', worked: 12, partly: 4, failed: 0, units: 4 },
]

const node = (id: string, inside: number): TreeNode => ({
  id,
  name: `Unit ${id}`,
  inside,
  note: `${inside * 12 + 8} people`,
  to: `/organization/units/${id}`,
})
const insideOf = (id: string) =>
  Promise.resolve(
    Array.from({ length: id === '2' ? 5_000 : 20 }, (_, n) => node(`${id}.${n + 1}`, n % 3 === 0 ? 20 : 0)),
  )

export function ListParts() {
  return (
    <>
      <Section title="A table" count={3}>
        <DataTable
          caption="Practices and how they went"
          rows={rows}
          rowKey={(row) => row.name}
          sorted="-units"
          columns={[
            {
              id: 'name',
              head: 'Practice',
              cell: (row) => <Go to="/practices">{row.name}</Go>,
              sort: (row) => row.name,
            },
            { id: 'evidence', head: 'Evidence', cell: (row) => <EvidenceDots {...row} /> },
            { id: 'units', head: 'Units', cell: (row) => row.units, sort: (row) => row.units, numeric: true },
          ]}
        />
        <Pager next="more" />
      </Section>
      <Section title="A tree">
        <Tree
          label="Departments"
          nodes={Array.from({ length: 12 }, (_, n) => node(String(n + 1), 20))}
          inside={insideOf}
        />
      </Section>
    </>
  )
}
