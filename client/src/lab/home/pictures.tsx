import type { ReactNode } from 'react'
import styles from './home.module.css'

const WIDTH = 240
const HEIGHT = 96

const range = (count: number) => Array.from({ length: count }, (_, at) => at)
const round = (value: number) => Math.round(value * 10) / 10
const onRing = (at: number, of: number, x: number, y: number, radius: number) => {
  const angle = (2 * Math.PI * at) / of - Math.PI / 2
  return { x: round(x + radius * Math.cos(angle)), y: round(y + radius * Math.sin(angle)) }
}

/** Whether a square of the little grids is right; the same every time. */
const isRight = (column: number, row: number) => (column * 7 + row * 11 + column * row) % 5 < 3

/** People's beliefs on both sides of the code between them. */
const march = () => (
  <>
    {range(7).flatMap((row) =>
      [...range(7), ...range(7).map((column) => column + 9)].map((column) => {
        const size = isRight(column, row) ? 9 : 4
        return (
          <rect
            key={`${column} ${row}`}
            className={isRight(column, row) ? styles.right : styles.brick}
            x={24 + column * 12 + (10 - size) / 2}
            y={7 + row * 12 + (10 - size) / 2}
            width={size}
            height={size}
          />
        )
      }),
    )}
    {range(7).map((row) => (
      <rect key={row} className={styles.ink} x={112} y={7 + row * 12} width={16} height={9} rx={1} />
    ))}
  </>
)

/** Neighbours on a square, one of whom the four around look at. */
const miller = () => (
  <>
    {range(4).map((row) => (
      <line key={row} className={styles.line} x1={48} x2={192} y1={12 + row * 24} y2={12 + row * 24} />
    ))}
    {range(7).map((column) => (
      <line key={column} className={styles.line} x1={48 + column * 24} x2={48 + column * 24} y1={12} y2={84} />
    ))}
    {range(4).flatMap((row) =>
      range(7).map((column) => {
        const near = Math.abs(column - 3) + Math.abs(row - 1)
        const way = near === 0 ? styles.brick : near === 1 ? styles.first : styles.hollow
        return (
          <circle
            key={`${column} ${row}`}
            className={way}
            cx={48 + column * 24}
            cy={12 + row * 24}
            r={near ? 4.5 : 6.5}
          />
        )
      }),
    )}
  </>
)

/** Solutions as rays of different length, ties inside. */
const lazerFriedman = () => (
  <>
    {range(20).map((at) => {
      const [from, to] = [onRing(at, 20, 120, 48, 26), onRing((at * 7 + 3) % 20, 20, 120, 48, 26)]
      return <path key={at} className={styles.line} d={`M${from.x} ${from.y}Q120 48 ${to.x} ${to.y}`} />
    })}
    {range(20).map((at) => {
      const [from, to] = [onRing(at, 20, 120, 48, 28), onRing(at, 20, 120, 48, 30 + ((at * 13) % 7) * 2.4)]
      const way = at % 7 < 3 ? styles.firstStroke : at % 7 < 5 ? styles.brickStroke : styles.softStroke
      return <line key={at} className={way} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
    })}
  </>
)

/** Close groups with a single tie from each to the next. */
const fang = () => (
  <>
    {range(5).map((group) => (
      <path
        key={group}
        className={group < 4 ? styles.brickLine : styles.none}
        d={`M${40 + group * 40} ${group % 2 ? 62 : 34}L${80 + group * 40} ${group % 2 ? 34 : 62}`}
      />
    ))}
    {range(5).flatMap((group) =>
      range(5).flatMap((one) => {
        const y = group % 2 ? 66 : 30
        const at = onRing(one, 5, 40 + group * 40, y, 15)
        return [
          ...range(one).map((other) => {
            const to = onRing(other, 5, 40 + group * 40, y, 15)
            return (
              <line key={`${group} ${one} ${other}`} className={styles.line} x1={at.x} y1={at.y} x2={to.x} y2={to.y} />
            )
          }),
          <circle
            key={`${group} ${one}`}
            className={[styles.first, styles.second, styles.third, styles.fourth, styles.fifth][group]}
            cx={at.x}
            cy={at.y}
            r={3.6}
          />,
        ]
      }),
    )}
  </>
)

/** The line above, ties of communities below. */
const communities = () => {
  const x = (person: number) => 22 + person * 12.6 + Math.floor(person / 5) * 10
  const ties = [
    [0, 6],
    [2, 11],
    [4, 5],
    [7, 13],
    [8, 10],
    [1, 9],
    [3, 12],
  ] as const
  return (
    <>
      {range(3).map((unit) => (
        <path key={unit} className={styles.line} d={`M120 12V20H${x(unit * 5 + 2)}V30`} />
      ))}
      {range(15).map((person) => (
        <path key={person} className={styles.line} d={`M${x(Math.floor(person / 5) * 5 + 2)} 34L${x(person)} 54`} />
      ))}
      <rect className={styles.brick} x={110} y={6} width={20} height={9} rx={1.5} />
      {range(3).map((unit) => (
        <rect key={unit} className={styles.brick} x={x(unit * 5 + 2) - 8} y={28} width={16} height={8} rx={1.5} />
      ))}
      {ties.map(([one, other]) => (
        <path
          key={one}
          className={styles.firstLine}
          d={`M${x(one)} 56C${x(one)} ${62 + (other - one) * 3.4} ${x(other)} ${62 + (other - one) * 3.4} ${x(other)} 56`}
        />
      ))}
      {range(15).map((person) => (
        <circle
          key={person}
          className={person % 3 === 0 ? styles.right : styles.first}
          cx={x(person)}
          cy={56}
          r={3.6}
        />
      ))}
    </>
  )
}

/** A practice on its way through rows of people. */
const diffusion = () => (
  <>
    {range(4).flatMap((row) =>
      range(11).map((column) => {
        const [x, y] = [30 + column * 18, 15 + row * 22]
        const way = column + (row % 2) < 5 ? styles.brick : column + (row % 2) === 5 ? styles.ringed : styles.hollow
        return (
          <g key={`${column} ${row}`}>
            {column < 10 && (
              <line className={styles.line} x1={x} y1={y} x2={x + 18} y2={y + (row < 3 && column % 2 ? 22 : 0)} />
            )}
            <circle className={way} cx={x} cy={y} r={5} />
          </g>
        )
      }),
    )}
  </>
)

/** The bricks of a chart with a band of community through them. */
const yourOrganization = () => (
  <>
    {range(4).flatMap((row) =>
      range(6).map((column) => (
        <rect
          key={`${column} ${row}`}
          className={styles.stone}
          x={20 + column * 35 - (row % 2) * 12}
          y={8 + row * 21}
          width={31}
          height={17}
          rx={2}
        />
      )),
    )}
    <path className={styles.band} d="M14 70C60 20 110 84 150 44S216 22 228 34" />
    <path className={styles.bandTwo} d="M20 28C70 66 100 14 140 30S200 84 226 70" />
  </>
)

const pictures: Readonly<Record<string, () => ReactNode>> = {
  march,
  miller,
  'lazer-friedman': lazerFriedman,
  fang,
  communities,
  diffusion,
  'your-organization': yourOrganization,
}

/** A small drawing of what a model is about. Its sentence stands beside it. */
export function ModelPicture({ model }: { model: string }) {
  return (
    <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {pictures[model]?.()}
    </svg>
  )
}
