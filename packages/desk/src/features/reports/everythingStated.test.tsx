import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '@opentipline/contract'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, page, row, tip } from '../../testing/samples.ts'
import { serve } from '../../testing/server.ts'

type Shape = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  items?: Shape
  properties?: Record<string, Shape>
  patternProperties?: Record<string, Shape>
}

/** Each text that a provider can state, under a mark of its own; and where it is in the report. */
const marks = new Map<string, string>()
const mark = (path: string): string => {
  const text = `mark-${marks.size}-`
  marks.set(text, path)
  return text
}

/** A value of a shape in which everything that can be stated is stated. */
const filled = (shape: Shape, path: string): unknown => {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.anyOf) return filled(shape.anyOf[0] ?? {}, path)
  if (shape.patternProperties)
    return Object.fromEntries(
      Object.values(shape.patternProperties).map((each) => [
        'occupation',
        filled(each, `${path}/occupation`),
      ]),
    )
  if (shape.properties)
    return Object.fromEntries(
      Object.entries(shape.properties).map(([key, each]) => [key, filled(each, `${path}/${key}`)]),
    )
  switch (shape.type) {
    case 'array':
      return [filled(shape.items ?? {}, `${path}/0`)]
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return 7
    default:
      return mark(path)
  }
}

/** The shape of a report, from the reference: the desk itself is built without the schemas. */
const shapeOfReport = (): Shape => {
  const file = join(import.meta.dirname, '../../../../../docs/reference/openapi.json')
  const { paths } = JSON.parse(readFileSync(file, 'utf8'))
  return paths['/api/tips/{tipId}'].get.responses['200'].content['application/json'].schema.properties.report
}

test('everything that a provider can state in words stands on the tip', async () => {
  const report = filled(shapeOfReport(), '') as Report
  serve({ readSession: officer, readTip: tip(1, { report }), listTips: page([row(1)]) })
  const { container } = renderDesk('/tips/1')
  await screen.findByRole('heading', { name: 'Why it stands here' })
  expect(marks.size).toBeGreaterThan(100)
  const shown = container.innerHTML.toLowerCase()
  const missing = [...marks].filter(([text]) => !shown.includes(text))
  expect(missing.map(([, path]) => path)).toEqual([])
})
