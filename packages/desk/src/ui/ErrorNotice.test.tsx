import type { ProblemDetails } from '@opentipline/contract'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { MessagesProvider } from '../messages/messages.tsx'
import { DeskProblem } from '../platform/api.ts'
import { setPreference } from '../platform/preferences.ts'
import { ErrorNotice } from './ErrorNotice.tsx'

const problem = (more: Partial<ProblemDetails>): DeskProblem =>
  new DeskProblem({
    type: 'https://opentipline.example.org/problems/conflict',
    title: 'Somebody changed this in the meantime',
    status: 409,
    code: 'conflict',
    requestId: 'request-17',
    ...more,
  })

const shown = (language: 'en' | 'es', more: Partial<ProblemDetails>): HTMLElement => {
  setPreference('language', language)
  return render(
    <MessagesProvider>
      <ErrorNotice error={problem(more)} />
    </MessagesProvider>,
  ).container
}
const inEnglish = (page: HTMLElement): (string | null)[] =>
  [...page.querySelectorAll('[lang="en"]')].map(({ textContent }) => textContent)

test('in Spanish a refusal is told in Spanish, and nothing of it is marked as English', async () => {
  const page = shown('es', { detail: 'Tip 17 is in this case already.' })
  expect(await screen.findByText('El aviso 17 ya está en este caso.')).toBeTruthy()
  expect(inEnglish(page)).toEqual([])
})

test('in Spanish a refusal that is none of ours stays in English, and says so', async () => {
  const page = shown('es', { detail: 'Synthetic refusal 17.' })
  await screen.findByText('Alguien lo cambió entretanto. Mírelo de nuevo antes de seguir.')
  expect(inEnglish(page)).toEqual(['Synthetic refusal 17.'])
})

test('in Spanish the places of a refusal are told in Spanish, each with where it is; an unknown one is marked', async () => {
  const page = shown('es', {
    detail: 'This policy has problems. Nothing was proposed.',
    at: [
      { path: '/bands', line: 3, message: 'is nested deeper than 17' },
      { path: '/rules', message: 'Synthetic fault 17' },
    ],
  })
  expect(await screen.findByText('Esta política tiene problemas. No se propuso nada.')).toBeTruthy()
  expect(page.textContent).toContain('línea 3, /bands: tiene más de 17 niveles de anidamiento')
  expect(page.textContent).toContain('/rules: Synthetic fault 17')
  expect(inEnglish(page)).toEqual(['Synthetic fault 17'])
})

test('in English a refusal is told as the server says it', () => {
  const page = shown('en', { detail: 'Tip 17 is in this case already.' })
  expect(page.textContent).toContain('Tip 17 is in this case already.')
  expect(inEnglish(page)).toEqual([])
})

test('a refusal that says no more than its places is told once, at the places', () => {
  const at = [
    { path: '/body/court', message: 'A warrant is recorded with it.' },
    { path: '/body/dated', message: 'There is no such day.' },
  ]
  const detail = at.map(({ path, message }) => `${path} ${message}`).join('; ')
  const page = shown('en', { code: 'bad-request', detail, at })
  expect(page.textContent?.split('There is no such day.')).toHaveLength(2)
  expect(page.textContent).toContain('/body/court: A warrant is recorded with it.')
})
