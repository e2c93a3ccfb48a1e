import { lazy, Suspense, useState } from 'react'
import { type DrawingProps, SvgPeople } from './SvgPeople.tsx'
import { drawsWithCard } from './webgl.ts'

const SigmaPeople = lazy(async () => ({ default: (await import('./SigmaPeople.tsx')).SigmaPeople }))

/** On the graphics card where there is one; until its code is there, and everywhere else, as SVG with the same marks. */
export function PeopleDrawing(props: DrawingProps) {
  const [card] = useState(drawsWithCard)
  const svg = <SvgPeople {...props} />
  return card ? (
    <Suspense fallback={svg}>
      <SigmaPeople {...props} />
    </Suspense>
  ) : (
    svg
  )
}
