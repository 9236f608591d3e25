/** Pages and parts whose script is fetched when they are wanted, so that the first list does not wait for them. */
import { lazyRouteComponent as routerLazy } from '@tanstack/react-router'
import { type ComponentProps, type ComponentType, lazy, Suspense } from 'react'

/** The script of a page did not come: no connection, or the desk was renewed on the server while it stood open here. */
export class PageNotLoaded extends Error {
  override readonly name = 'PageNotLoaded'
}

const fetched = async <T,>(importer: () => Promise<T>): Promise<T> => {
  try {
    return await importer()
  } catch (cause) {
    throw new PageNotLoaded('not loaded', { cause })
  }
}

/**
 * The router's own, but for what happens when the script does not come. The router would load the whole page anew, unasked: on
 * a line that is down that leaves nothing on the screen. Here it is said, and the person loads it anew.
 */
export const lazyRouteComponent: typeof routerLazy = (importer, exportName) =>
  routerLazy(() => fetched(importer), exportName)

/** A part of a page. Until its script is there `waiting` stands in its place, or nothing. */
export const lazyPart = <P extends object>(
  importer: () => Promise<ComponentType<P>>,
  waiting: React.ReactNode = null,
) => {
  const Part = lazy(async () => ({ default: await fetched(importer) }))
  return (props: ComponentProps<typeof Part>) => (
    <Suspense fallback={waiting}>
      <Part {...props} />
    </Suspense>
  )
}
