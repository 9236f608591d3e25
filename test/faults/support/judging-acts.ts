/** The acts by which an agency's people add to the judgement, each with what it needs and a look at what it did. */
import type { TipDetail } from '@opentipline/contract'
import { eventually, type TestServer } from '../../support/server.ts'
import type { SignedIn } from './person.ts'

export type Act = {
  action: string
  prepare(): Promise<{ act: () => Promise<boolean>; done: () => Promise<number>; object: string }>
}

type Given = {
  server: TestServer
  officer: SignedIn
  supervisor: SignedIn
  analyst: SignedIn
  /** A new tip of the agency's own, and two whose reports name one account. */
  tipOne(): Promise<string>
  linkedTips(): Promise<[tipId: string, otherReportId: string]>
}

const field = (value: unknown, name: string): string => {
  if (typeof value !== 'object' || value === null || !(name in value)) throw new Error(`no ${name}`)
  return String(Object.entries(value).find(([key]) => key === name)?.[1])
}

const ok = async (person: SignedIn, path: string, body: unknown = {}): Promise<boolean> =>
  (await person.post(path, body)).status === 200

export const judgingActs = ({
  server,
  officer,
  supervisor,
  analyst,
  tipOne,
  linkedTips,
}: Given): Record<string, Act> => {
  const count = async (text: string, values: unknown[]): Promise<number> =>
    (await server.database.query(text, values)).length
  const because = 'Synthetic reason'
  const draft = async (): Promise<{ path: string; id: string; version: string; text: string }> => {
    const { body } = await officer.post('/api/policies/icac-standards/2/copy')
    const [id, version] = [field(body, 'policyId'), field(body, 'version')]
    return { path: `/api/policies/${id}/${version}`, id, version, text: field(body, 'text') }
  }
  const inState =
    (state: string, { id, version }: { id: string; version: string }) =>
    () =>
      count('select from agency_policy where policy_id = $1 and version = $2 and state = any($3)', [
        id,
        Number(version),
        state.split(','),
      ])
  /** An act on a draft of a policy. */
  const onDraft = (
    action: string,
    then: (
      made: Awaited<ReturnType<typeof draft>>,
    ) => Promise<{ act: () => Promise<boolean>; done: () => Promise<number> }>,
  ): Act => ({
    action,
    prepare: async () => {
      const made = await draft()
      return { ...(await then(made)), object: made.id }
    },
  })
  /** An act on a tip of its own; `done` counts the rows that it leaves. */
  const onTip = (action: string, path: string, body: unknown, rows: string): Act => ({
    action,
    prepare: async () => {
      const tip = await tipOne()
      return {
        act: () => ok(officer, `/api/tips/${tip}/${path}`, body),
        done: () => count(rows, [tip]),
        object: tip,
      }
    },
  })
  const reading = (action: string, path: string): Act => ({
    action,
    prepare: async () => {
      const tip = await tipOne()
      let told = 0
      return {
        act: async () => {
          const isTold = (await officer.get(`/api/tips/${tip}/${path}`)).status === 200
          if (isTold) told += 1
          return isTold
        },
        done: async () => told,
        object: tip,
      }
    },
  })
  const aLink = async () => {
    const [tip, reportId] = await linkedTips()
    const link = await eventually(async () => {
      const detail = (await officer.get(`/api/tips/${tip}`)).body as TipDetail
      return detail.derived.links.find((each) => each.reportId === reportId)
    })
    return { tip, named: { reportId, linkId: link.linkId } }
  }
  const verdicts =
    'select from link_verdict v join tip t on t.report_id in (v.report_low, v.report_high) where t.tip_id = $1'
  return {
    copyPolicy: {
      action: 'policy.drafted',
      prepare: async () => {
        const before = await count('select from agency_policy', [])
        return {
          act: () => ok(officer, '/api/policies/icac-standards/2/copy'),
          done: async () => (await count('select from agency_policy', [])) - before,
          object: 'any',
        }
      },
    },
    editPolicy: onDraft('policy.edited', async (made) => ({
      act: () => ok(officer, `${made.path}/text`, { text: `${made.text}# changed\n` }),
      done: () =>
        count(
          `select from agency_policy where policy_id = $1 and version = $2 and source_text like '%# changed%'`,
          [made.id, Number(made.version)],
        ),
    })),
    proposePolicy: onDraft('policy.proposed', async (made) => ({
      act: () => ok(officer, `${made.path}/propose`, { because }),
      done: inState('proposed', made),
    })),
    withdrawPolicy: onDraft('policy.withdrawn', async (made) => ({
      act: () => ok(officer, `${made.path}/withdraw`),
      done: inState('withdrawn', made),
    })),
    activatePolicy: onDraft('policy.approved', async (made) => {
      await ok(officer, `${made.path}/propose`, { because })
      return {
        act: () => ok(supervisor, `${made.path}/activate`),
        done: inState('activating,active', made),
      }
    }),
    previewPolicy: onDraft('policy.previewed', async (made) => {
      let told = 0
      return {
        act: async () => {
          const isTold = await ok(officer, `${made.path}/preview`)
          if (isTold) told += 1
          return isTold
        },
        done: async () => told,
      }
    }),
    recordIntelligence: onTip(
      'tip.record-added',
      'records',
      { signal: 'prior allegations', value: 'true', note: 'Synthetic' },
      'select from officer_record where tip_id = $1',
    ),
    withdrawRecord: {
      action: 'tip.record-withdrawn',
      prepare: async () => {
        const tip = await tipOne()
        const { body } = await officer.post(`/api/tips/${tip}/records`, {
          signal: 'prior allegations',
          value: 'true',
          note: 'Synthetic',
        })
        return {
          act: () => ok(officer, `/api/tips/${tip}/records/${field(body, 'recordId')}/withdraw`, { because }),
          done: () =>
            count('select from officer_record where tip_id = $1 and withdrawn_at is not null', [tip]),
          object: tip,
        }
      },
    },
    overrideLabel: onTip(
      'tip.label-set',
      'label',
      { label: 'informational', because },
      'select from label_override where tip_id = $1',
    ),
    judgeLink: {
      action: 'tip.link-judged',
      prepare: async () => {
        const { tip, named } = await aLink()
        return {
          act: () => ok(officer, `/api/tips/${tip}/links/judge`, { ...named, verdict: 'rejected', because }),
          done: () => count(verdicts, [tip]),
          object: tip,
        }
      },
    },
    undoLinkVerdict: {
      action: 'tip.link-verdict-undone',
      prepare: async () => {
        const { tip, named } = await aLink()
        await ok(officer, `/api/tips/${tip}/links/judge`, { ...named, verdict: 'rejected', because })
        return {
          act: () => ok(officer, `/api/tips/${tip}/links/undo`, named),
          done: () => count(`${verdicts} and v.undone_at is not null`, [tip]),
          object: tip,
        }
      },
    },
    correctPlace: {
      action: 'report.place-corrected',
      prepare: async () => {
        const [, reportId] = await linkedTips()
        return {
          act: () =>
            ok(officer, `/api/reports/${reportId}/place`, {
              role: 'subject',
              country: 'US',
              region: 'WI',
              because,
            }),
          done: () => count('select from place_correction where report_id = $1', [reportId]),
          object: reportId,
        }
      },
    },
    labelReport: {
      action: 'report.label-set',
      prepare: async () => {
        const [, reportId] = await linkedTips()
        return {
          act: () => ok(analyst, `/api/reports/${reportId}/label`, { label: 'referral', because }),
          done: () => count('select from report_label where report_id = $1', [reportId]),
          object: reportId,
        }
      },
    },
    judgeReportLink: {
      action: 'report.link-judged',
      prepare: async () => {
        const { tip, named } = await aLink()
        const [own] = await server.database.query<{ report_id: string }>(
          'select report_id from tip where tip_id = $1',
          [tip],
        )
        const object = own?.report_id ?? ''
        return {
          act: () =>
            ok(analyst, `/api/reports/${object}/links/judge`, { ...named, verdict: 'rejected', because }),
          done: () => count(verdicts, [tip]),
          object,
        }
      },
    },
    compareTip: reading('tip.compared', 'compare'),
    readNetwork: reading('tip.network-read', 'network'),
    readAssessment: reading('tip.assessment-read', 'assessments/icac-standards/2'),
  }
}
