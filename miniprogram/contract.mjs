// Writes src/api/contract.ts from the contract of the phone side: `npm run contract`. A test keeps the two alike.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const METHODS = ['get', 'put', 'post', 'delete']

/** The text of contract.ts. */
export function contract() {
  const { paths, components } = JSON.parse(readFileSync(here('../miniprogram-api/openapi.json'), 'utf8'))
  const names = Object.keys(components.schemas)
  const words = names.filter((name) => components.schemas[name].enum)
  const records = names.filter((name) => !components.schemas[name].enum)
  return [
    '/** What the phone API says. Written by contract.mjs from miniprogram-api/openapi.json; do not edit. */',
    '/** A day: `2026-11-22`. */',
    'export type Day = string',
    '/** A moment: `2026-11-22T02:26:00Z`. */',
    'export type Instant = string',
    '',
    ...words.flatMap((name) => [
      ...(components.schemas[name]['x-growing'] ? ['/** More may come: show one you do not know in a neutral way. */'] : []),
      `export type ${name} = ${union(components.schemas[name].enum)}`,
    ]),
    '',
    ...records.map((name) => `export interface ${name} ${record(components.schemas[name])}`),
    '',
    '/** Every call: method and path → what goes in, what comes back. A photo goes up with `upload`, a picture comes with `picture`. */',
    'export interface Operations {',
    ...Object.entries(paths).flatMap(([path, methods]) =>
      METHODS.filter((method) => methods[method] && !multipart(methods[method]) && !picture(methods[method])).map((method) => `  '${method.toUpperCase()} ${path}': ${operation(methods[method])}`),
    ),
    '}',
    '',
  ].join('\n')
}

function operation({ parameters = [], requestBody, responses }) {
  const parts = []
  for (const place of ['path', 'query']) {
    const found = parameters.filter((parameter) => parameter.in === place)
    if (found.length === 0) continue
    const optional = found.every((parameter) => !parameter.required)
    parts.push(`${place}${optional ? '?' : ''}: { ${found.map((one) => `${one.name}${one.required ? '' : '?'}: ${type(one.schema)}`).join(', ')} }`)
  }
  if (requestBody) parts.push(`body: ${type(requestBody.content['application/json'].schema)}`)
  if (parameters.some((parameter) => parameter.name === 'Idempotency-Key')) parts.push('key: string')
  const done = Object.entries(responses).find(([status]) => status.startsWith('2'))[1]
  parts.push(`answer: ${done.content ? type(done.content['application/json'].schema) : 'void'}`)
  return `{ ${parts.join(', ')} }`
}

function multipart({ requestBody }) {
  return requestBody !== undefined && requestBody.content['application/json'] === undefined
}

function picture({ responses }) {
  return Object.values(responses).some(({ content }) => content?.['image/png'] !== undefined || content?.['application/pdf'] !== undefined)
}

function record({ properties = {}, required = [] }) {
  const fields = Object.entries(properties).map(([name, schema]) => `  ${name}${required.includes(name) ? '' : '?'}: ${type(schema)}`)
  return `{\n${fields.join('\n')}\n}`
}

function type(schema) {
  if (schema.$ref) return schema.$ref.split('/').at(-1)
  if (schema.enum) return union(schema.enum)
  switch (schema.type) {
    case 'array':
      return schema.items.enum ? `(${type(schema.items)})[]` : `${type(schema.items)}[]`
    case 'object':
      return `Record<string, ${type(schema.additionalProperties)}>`
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'string':
      return { date: 'Day', 'date-time': 'Instant' }[schema.format] ?? 'string'
    default:
      throw new Error(`No type for ${JSON.stringify(schema)}`)
  }
}

function union(words) {
  return words.map((word) => `'${word}'`).join(' | ')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(here('src/api/contract.ts'), contract())
