import type { ReportBundle, ReportBundleMember } from '@opentipline/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useShownLanguage } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { BundleName } from '../bundles/BundleName.tsx'
import { Member } from './BundleMember.tsx'
import { More } from './More.tsx'
import { Parts } from './Parts.tsx'
import { useClearinghouseWords } from './words.ts'

/** Each reading is recorded: a page of members is read once. */
const useBundle = (bundleId: string) =>
  useInfiniteQuery({
    queryKey: ['readReportBundle', bundleId],
    queryFn: ({ pageParam, signal }) =>
      desk.call('readReportBundle', {
        params: { bundleId },
        query: pageParam === '' ? {} : { below: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** The reports behind one item: which are pulled out and why, and where each was made available. */
export const ReportBundlePage = ({ bundleId }: { bundleId: string }) => {
  const { bundles: words } = useClearinghouseWords()
  useTitle(words.one)
  const found = useBundle(bundleId)
  const bundle = found.data?.pages[0]?.bundle
  return (
    <div className="page stack">
      <Parts />
      <Link to="/clearinghouse/bundles">{words.back}</Link>
      <h1 tabIndex={-1}>{words.one}</h1>
      {found.isPending ? <Loading /> : null}
      {found.isError ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {bundle ? (
        <>
          <Head bundle={bundle} />
          <Members bundle={bundle} members={found.data?.pages.flatMap((page) => page.members) ?? []} />
        </>
      ) : null}
      <More pages={found} />
    </div>
  )
}

const Head = ({ bundle }: { bundle: ReportBundle }) => {
  const { bundles: words } = useClearinghouseWords()
  const language = useShownLanguage()
  const count = (n: number): string => words.count(n.toLocaleString(language), bundle.isLeast)
  return (
    <>
      <p className="cluster">
        <span className="tag">{words.by[bundle.by] ?? bundle.by}</span>
        <BundleName bundle={bundle} />
      </p>
      <Facts
        facts={[
          { name: words.reports, value: count(bundle.reports) },
          { name: words.tips, value: count(bundle.tips) },
          { name: words.agencies, value: count(bundle.agencies) },
          {
            name: words.first,
            value: (
              <>
                <Moment at={bundle.firstAt} both />
                {bundle.isLeast ? ` ${words.orBefore}` : ''}
              </>
            ),
          },
          { name: words.last, value: <Moment at={bundle.lastAt} both /> },
        ]}
      />
      <p className="small muted">{words.tipsAbout}</p>
    </>
  )
}

type MembersProps = { bundle: ReportBundle; members: readonly ReportBundleMember[] }

/** Those with a sign of their own first. What is not judged yet is neither with them nor without one. */
const Members = ({ bundle, members }: MembersProps) => {
  const { bundles: words } = useClearinghouseWords()
  const language = useShownLanguage()
  const apart = members.filter(({ because }) => because !== null && because.length > 0)
  const unjudged = members.filter(({ because }) => because === null)
  const others = members.filter(({ because }) => because?.length === 0)
  return (
    <>
      <p className="small muted" role="status">
        {words.readSoFar(
          members.length.toLocaleString(language),
          words.count(bundle.reports.toLocaleString(language), bundle.isLeast),
        )}
      </p>
      <Section level={2} id="apart" title={`${words.apart} (${apart.length})`} about={words.apartAbout}>
        {apart.length === 0 ? <p className="muted">{words.noApart}</p> : null}
        <Lines members={apart} />
      </Section>
      {unjudged.length > 0 ? (
        <Section
          level={2}
          id="unjudged"
          title={`${words.unjudged} (${unjudged.length})`}
          about={words.unjudgedAbout}
        >
          <Lines members={unjudged} />
        </Section>
      ) : null}
      <Section
        level={2}
        id="members"
        title={`${words.members} (${others.length})`}
        about={words.membersAbout}
      >
        {others.length === 0 ? <p className="muted">{words.noMembers}</p> : null}
        <Lines members={others} />
      </Section>
    </>
  )
}

const Lines = ({ members }: { members: readonly ReportBundleMember[] }) => (
  <ul className="line-list">
    {members.map((member) => (
      <Member key={member.reportId} member={member} />
    ))}
  </ul>
)
