import { createTheme, type MantineColorsTuple } from '@mantine/core'

const jade: MantineColorsTuple = [
  '#e7f6f2', '#cfebe4', '#a0d8ca', '#6bc3ae', '#3fae95', '#1f927b', '#0e7a66', '#0b6454', '#084f43', '#053b32',
]
const slate: MantineColorsTuple = [
  '#f6f8f9', '#eef1f3', '#e3e8eb', '#d0d7dc', '#aab5bc', '#7d8a92', '#5a676f', '#434f56', '#2b353b', '#1a2227',
]
const night: MantineColorsTuple = [
  '#e4eaed', '#bcc7cd', '#94a2a9', '#6d7b83', '#39454c', '#2a343a', '#1c2428', '#141a1d', '#0f1416', '#0a0e10',
]

export const theme = createTheme({
  primaryColor: 'jade',
  primaryShade: { light: 6, dark: 6 },
  colors: { jade, gray: slate, dark: night },
  fontFamily: "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '22px' }, h2: { fontSize: '17px' }, h3: { fontSize: '14px' } } },
  defaultRadius: 8,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 30 } },
    Modal: { styles: { title: { fontWeight: 600, fontSize: 16, lineHeight: 1.35 } }, defaultProps: { centered: true, transitionProps: { duration: 120, transition: 'pop' }, overlayProps: { backgroundOpacity: 0.4 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, fz: 12 } },
    Badge: { styles: { root: { textTransform: 'none', fontWeight: 500 } } },
    Loader: { defaultProps: { size: 'sm' } },
  },
})
