import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/600.css'
import '../app/tokens.css'
import './apidocs.css'
import { StrictMode, useEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Operation } from './Operation'
import { Prose } from './Prose'
import { operationsOf, type Document } from './document'

/** Reads the served OpenAPI document. It asks nobody but this server, as the content security policy demands. */
function ApiReference() {
  const [document, setDocument] = useState<Document | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [sought, setSought] = useState('')
  useEffect(() => {
    fetch('/api/v1/openapi.json')
      .then(async (response) => {
        if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
        setDocument((await response.json()) as Document)
      })
      .catch((error: unknown) => setFailure(String(error)))
  }, [])
  const operations = useMemo(() => (document ? operationsOf(document) : []), [document])
  useEffect(() => {
    if (document && location.hash) window.document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [document])
  const words = sought.trim().toLowerCase()
  const found = operations.filter((one) => `${one.method} ${one.path} ${one.summary} ${one.tag}`.toLowerCase().includes(words))
  const tags = [...new Set(found.map((one) => one.tag))]
  if (failure)
    return (
      <main className="lone">
        <h1>The API document could not be loaded</h1>
        <p>
          <code>/api/v1/openapi.json</code> answered: {failure}. Is the server running? Reload the page to try again.
        </p>
      </main>
    )
  if (!document) return <main className="lone">…</main>
  return (
    <div className="page">
      <nav aria-label="Operations">
        <a className="brand" href="/">
          Quen
        </a>
        <input type="search" placeholder="Find an operation" aria-label="Find an operation" value={sought} onChange={(event) => setSought(event.currentTarget.value)} />
        {tags.map((tag) => (
          <section key={tag}>
            <h2>{tag}</h2>
            {found.filter((one) => one.tag === tag).map((one) => (
              <a key={one.id} href={`#${one.id}`}>
                <b data-method={one.method}>{one.method}</b> {one.path}
              </a>
            ))}
          </section>
        ))}
      </nav>
      <main tabIndex={-1}>
        <header>
          <h1>{document.info.title}</h1>
          <p>
            Version {document.info.version} · <a href="/api/v1/openapi.json">openapi.json</a>
          </p>
          {document.info.description && (
            <p className="prose">
              <Prose text={document.info.description} />
            </p>
          )}
        </header>
        {tags.map((tag) => (
          <section key={tag}>
            <h2 className="tag">{tag}</h2>
            {found.filter((one) => one.tag === tag).map((one) => (
              <Operation key={one.id} operation={one} document={document} />
            ))}
          </section>
        ))}
      </main>
    </div>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ApiReference />
  </StrictMode>,
)
