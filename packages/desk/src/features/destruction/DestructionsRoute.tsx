import { getRouteApi } from '@tanstack/react-router'
import { DestructionsPage } from './DestructionsPage.tsx'

const route = getRouteApi('/destructions')

/** The page at its address; another file begins a form anew. */
export const DestructionsRoute = () => {
  const { file } = route.useSearch()
  return <DestructionsPage key={file} file={file} />
}
