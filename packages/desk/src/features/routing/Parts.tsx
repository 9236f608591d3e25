import { Link } from '@tanstack/react-router'
import { useClearinghouseWords } from './words.ts'

/** The parts of the clearinghouse, over each of its pages. */
export const Parts = () => {
  const { parts: words } = useClearinghouseWords()
  return (
    <nav className="page-parts no-print" aria-label={words.name}>
      <Link to="/clearinghouse" activeOptions={{ exact: true }}>
        {words.now}
      </Link>
      <Link to="/clearinghouse/unrouted">{words.unrouted}</Link>
      <Link to="/clearinghouse/review">{words.review}</Link>
      <Link to="/clearinghouse/bundles">{words.bundles}</Link>
      <Link to="/clearinghouse/areas">{words.areas}</Link>
      <Link to="/scorecards" search={{}}>
        {words.scorecards}
      </Link>
    </nav>
  )
}
