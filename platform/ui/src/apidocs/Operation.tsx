import { useState } from 'react'
import { Prose } from './Prose'
import { follow, nameOf, sample, typeOf, type Document, type OperationInfo, type Schema } from './document'

export function Operation({ operation, document }: { operation: OperationInfo; document: Document }) {
  const parameters = (operation.parameters ?? []).map((one) => follow(document, one))
  const body = operation.requestBody && follow(document, operation.requestBody)
  const bodies = Object.entries(body?.content ?? {})
  return (
    <article id={operation.id}>
      <h3>
        <b data-method={operation.method}>{operation.method}</b> <code>{operation.path}</code>
      </h3>
      {operation.summary && <p className="summary">{operation.summary}</p>}
      {operation.description && (
        <p className="prose">
          <Prose text={operation.description} />
        </p>
      )}
      {parameters.length > 0 && (
        <table>
          <caption>Parameters</caption>
          <tbody>
            {parameters.map((one) => (
              <tr key={one.in + one.name}>
                <th scope="row">
                  <code>{one.name}</code>
                  {one.required && <em> required</em>}
                </th>
                <td>
                  <span className="type">
                    {one.in} · {one.schema ? typeOf(one.schema) : 'text'}
                  </span>
                  {one.description && (
                    <div>
                      <Prose text={one.description} />
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {bodies.map(([type, content]) => (
        <Shape key={type} title={`Request · ${type}`} schema={content.schema} document={document} />
      ))}
      {Object.entries(operation.responses ?? {}).map(([status, raw]) => {
        const response = follow(document, raw)
        const content = Object.entries(response.content ?? {})[0]
        return <Shape key={status} title={`${status} · ${response.description ?? ''}`} schema={content?.[1].schema} document={document} />
      })}
      <details>
        <summary>curl</summary>
        <pre>{curl(operation, bodies[0], document)}</pre>
      </details>
    </article>
  )
}

function Shape({ title, schema, document }: { title: string; schema?: Schema; document: Document }) {
  const [open, setOpen] = useState(false)
  if (!schema) return (
      <p className="bare">
        <Prose text={title} />
      </p>
    )
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Prose text={title} /> <span className="type">{typeOf(schema)}</span>
      </summary>
      {open && (
        <>
          <Properties schema={schema} document={document} seen={[]} />
          <pre>{JSON.stringify(sample(document, schema), null, 2)}</pre>
        </>
      )}
    </details>
  )
}

function Properties({ schema, document, seen }: { schema: Schema; document: Document; seen: string[] }) {
  const name = nameOf(schema)
  const one = follow(document, schema)
  if (one.items) return <Properties schema={one.items} document={document} seen={seen} />
  if (one.allOf) return <>{one.allOf.map((part, n) => <Properties key={n} schema={part} document={document} seen={seen} />)}</>
  if (!one.properties || (name && seen.includes(name)) || seen.length > 3) return null
  const path = name ? [...seen, name] : seen
  return (
    <ul className="properties">
      {Object.entries(one.properties).map(([key, value]) => (
        <li key={key}>
          <code>{key}</code> <span className="type">{typeOf(value)}</span>
          {one.required?.includes(key) && <em> required</em>}
          {value.enum && <span className="type"> {value.enum.map(String).join(' · ')}</span>}
          {value.description && (
            <div>
              <Prose text={value.description} />
            </div>
          )}
          <Properties schema={value} document={document} seen={path} />
        </li>
      ))}
    </ul>
  )
}

function curl(operation: OperationInfo, body: [string, { schema?: Schema }] | undefined, document: Document) {
  const server = document.servers?.[0]?.url.replace(/\/$/, '') ?? ''
  const path = operation.path.startsWith('/api') || operation.path.startsWith('/ops') || server.endsWith('/api/v1') ? operation.path : `/api/v1${operation.path}`
  const base = /^https?:/.test(server) ? server : `http://localhost:8080${server}`
  const lines = [`curl${operation.method === 'GET' ? '' : ` -X ${operation.method}`} "${base}${path}"`, `-H "Authorization: Bearer quen_…"`]
  if (body) {
    lines.push(`-H "Content-Type: ${body[0]}"`)
    lines.push(/json/.test(body[0]) && body[1].schema ? `-d '${JSON.stringify(sample(document, body[1].schema))}'` : '--data-binary @file')
  }
  return lines.join(' \\\n  ')
}
