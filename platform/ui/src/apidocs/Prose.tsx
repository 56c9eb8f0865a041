/** The little Markdown that the document's descriptions use: **strong** and `code`. */
export function Prose({ text }: { text: string }) {
  return (
    <>
      {text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, n) =>
        part.startsWith('**') ? <strong key={n}>{part.slice(2, -2)}</strong> : part.startsWith('`') ? <code key={n}>{part.slice(1, -1)}</code> : part,
      )}
    </>
  )
}
