const bricks = [
  [0, 0, 15],
  [17, 0, 7],
  [0, 7.25, 7],
  [9, 7.25, 15],
  [0, 14.5, 15],
  [17, 14.5, 7],
] as const

/** The sign of the product: three courses of brick, and between them the mortar. */
export function Sign({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 -2 24 24" aria-hidden="true">
      {bricks.map(([x, y, width]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={5.5} rx={1} fill="var(--brick)" />
      ))}
    </svg>
  )
}
