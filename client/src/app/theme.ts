import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core'

// Shade 7 is brick by day and shade 4 brick by night; the others keep Mantine's parts in the family.
const brick: MantineColorsTuple = [
  '#f8e9e3',
  '#f3d3c8',
  '#eeb8a6',
  '#eba18a',
  '#e8886d',
  '#cf6347',
  '#b54c32',
  '#a23e26',
  '#8a3320',
  '#6f281a',
]
const stone: MantineColorsTuple = [
  '#faf8f5',
  '#efeae2',
  '#ddd5c9',
  '#c6bbac',
  '#8d8276',
  '#857969',
  '#5e554b',
  '#453e37',
  '#2f2a25',
  '#24201c',
]
const night: MantineColorsTuple = [
  '#f0ebe4',
  '#d9d1c6',
  '#b5a99b',
  '#8d8276',
  '#7a7066',
  '#3a342e',
  '#2c2723',
  '#201c19',
  '#171412',
  '#0f0d0c',
]

export const theme = createTheme({
  colors: { brick, gray: stone, dark: night },
  primaryColor: 'brick',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  // Brick is dark by day and light by night; what stands on it turns the other way.
  variantColorResolver: (asked) => {
    const colors = defaultVariantColorsResolver(asked)
    const onBrick = asked.variant === 'filled' && (asked.color ?? 'brick') === 'brick'
    return onBrick ? { ...colors, color: 'var(--on-brick)' } : colors
  },
  white: '#ffffff',
  black: '#24201c',
  fontFamily: 'var(--face)',
  fontFamilyMonospace: 'var(--face-code)',
  fontSizes: { xs: '13px', sm: '15px', md: '16px', lg: '18px', xl: '22px' },
  lineHeights: { xs: '18px', sm: '22px', md: '26px', lg: '28px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'md',
  breakpoints: { xs: '30em', sm: '48em', md: '62em', lg: '75em', xl: '90em' },
  headings: { fontFamily: 'var(--face)', fontWeight: '600' },
  shadows: { xs: 'none', sm: 'var(--float)', md: 'var(--float)', lg: 'var(--float)', xl: 'var(--float)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false, multiline: true, maw: 320 } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 150 }, overlayProps: { opacity: 0.35 } } },
    Popover: { defaultProps: { transitionProps: { duration: 120 }, shadow: 'md' } },
    // Without an empty place for the first focus, which is no child that a menu may have: the first line has it.
    Menu: { defaultProps: { transitionProps: { duration: 120 }, shadow: 'md', withInitialFocusPlaceholder: false } },
  },
})

const both = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--soft)',
  '--mantine-color-anchor': 'var(--ink)',
  '--mantine-color-error': 'var(--failed)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--stone)',
  '--menu-item-hover': 'var(--stone)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-disabled': 'var(--stone)',
  '--mantine-color-disabled-color': 'var(--soft)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--brick)',
  '--mantine-primary-color-filled-hover': 'var(--brick-deep)',
  '--mantine-primary-color-contrast': 'var(--on-brick)',
  '--mantine-primary-color-light': 'var(--brick-wash)',
  '--mantine-primary-color-light-color': 'var(--brick)',
  '--mantine-color-brick-filled': 'var(--brick)',
  '--mantine-color-brick-filled-hover': 'var(--brick-deep)',
  '--mantine-color-brick-light': 'var(--brick-wash)',
  '--mantine-color-brick-light-hover': 'var(--brick-wash)',
  '--mantine-color-brick-light-color': 'var(--brick)',
}

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: both, dark: both })

/** What the person chose on this device; the script before the first paint reads the same key. */
export const schemes = localStorageColorSchemeManager({ key: 'mortar.scheme' })

/** The server writes a fresh nonce into the page, since the content security policy allows no other style element. */
export const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
