import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { rampOf, type Shade } from './ramp.ts'

/** The shades of a heat map in the colours of the theme that is worn, as plain colours that a saved picture keeps. */
export function useRamp(): (share: number) => Shade {
  const scheme = useComputedColorScheme('light')
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement)
    return rampOf(style.getPropertyValue('--stone'), style.getPropertyValue('--note'))
  }, [scheme])
}
