import type { PlaceFact } from '@opentipline/contract'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { PlaceMap } from './PlaceMap.tsx'

const place = (role: PlaceFact['role'], more: Partial<PlaceFact>): PlaceFact => ({
  role,
  kind: 'ip location',
  basis: 'derived',
  specificity: 'city',
  confidence: 'low',
  country: 'US',
  region: 'WI',
  city: 'Sampletown',
  evidence: { from: 'report', ref: '/x' },
  ...more,
})
const milwaukee = { latitude: 43.04, longitude: -87.9 }

test('each role has a shape of its own, and what the picture shows is told in words', async () => {
  render(
    <main>
      <PlaceMap
        places={[
          place('subject', milwaukee),
          place('subject', { latitude: 43.05, longitude: -87.91 }),
          place('child', { latitude: 47.6, longitude: -122.33, city: 'Placeholder' }),
          place('incident', { city: 'Without a point' }),
        ]}
      />
    </main>,
  )
  const map = screen.getByRole('img', { name: /reported person: Sampletown.* \(2\).*child: Placeholder/ })
  expect(map.querySelectorAll('rect.mark-subject').length).toBe(1)
  expect(map.querySelectorAll('circle.mark-child').length).toBe(1)
  expect(screen.getByText('3 of 4 places have a point on this map')).toBeTruthy()
  await expectAccessible()
})

test('without a point there is no map', () => {
  render(<PlaceMap places={[place('child', {}), place('subject', { latitude: 48.86, longitude: 2.35 })]} />)
  expect(screen.queryByRole('img')).toBeNull()
})
