const HUES = [162, 202, 262, 320, 18, 42, 95, 225]

/** Vietnamese names are called by their last word, so the given name's letter comes last. */
export function initials(name: string) {
  const words = name.trim().split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  if (words.length === 0) return '?'
  const letters = words.length === 1 ? [...words[0]!].slice(0, 2).join('') : [...words[0]!][0]! + [...words.at(-1)!][0]!
  return letters.toLocaleUpperCase('vi')
}

export function Avatar({ name, id, size = 28, square = false }: { name: string; id: string; size?: number; square?: boolean }) {
  let hash = 0
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  const hue = HUES[hash % HUES.length]!
  return (
    <span
      aria-hidden
      style={{
        display: 'inline-grid',
        placeItems: 'center',
        flex: 'none',
        width: size,
        height: size,
        borderRadius: square ? Math.round(size / 3.6) : '50%',
        background: `hsl(${hue} 40% 33%)`,
        color: '#fff',
        fontSize: Math.round(size * 0.39),
        fontWeight: 600,
        letterSpacing: '-0.02em',
      }}
    >
      {initials(name)}
    </span>
  )
}
