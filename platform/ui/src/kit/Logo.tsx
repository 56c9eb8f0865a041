import { Text } from '@mantine/core'

export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="9" fill="#0e7a66" />
      <circle cx="15" cy="15" r="7" fill="none" stroke="#fff" strokeWidth="3.4" />
      <path d="M18.6 18.6 24 24" stroke="#fff" strokeWidth="3.4" strokeLinecap="round" />
      <circle cx="15" cy="15" r="2" fill="#8ee0c8" />
    </svg>
  )
}

export function Logo() {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 9 }}>
      <Mark />
      <Text component="span" fw={700} fz={19} style={{ letterSpacing: '-0.02em' }}>
        Quen
      </Text>
    </span>
  )
}
