import type { DecisionView, QueuePage } from '@opentipline/contract'
import { type InfiniteData, useMutation } from '@tanstack/react-query'
import { desk, queryClient } from '../../platform/api.ts'
import { dropDraft, type Draft } from './drafts.ts'
import { requestOf } from './draftRules.ts'
import { offerUndo } from './pending.ts'

type Input = { tipId: string; draft: Draft; stay: boolean; takeOver?: boolean }

const withoutTip = (data: InfiniteData<QueuePage> | undefined, tipId: string) =>
  data && {
    ...data,
    pages: data.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.tipId !== tipId) })),
  }

/** After the server has recorded it: the lists leave the tip out, and are fetched anew when next shown. */
const settle = (tipId: string): void => {
  queryClient.setQueriesData<InfiniteData<QueuePage>>({ queryKey: ['listTips'] }, (data) =>
    withoutTip(data, tipId),
  )
  void queryClient.invalidateQueries({ queryKey: ['listTips'], refetchType: 'none' })
}

/** Sends a decision. Nothing is shown as decided before the server has answered. */
export const useDecide = (onDone: (input: Input, decision: DecisionView) => void) =>
  useMutation({
    mutationFn: ({ tipId, draft, takeOver }: Input) => {
      const { kind } = draft
      if (kind === undefined) throw new Error('A decision without a kind was sent')
      return desk.call('decide', {
        params: { tipId },
        body: { ...requestOf({ ...draft, kind }), ...(takeOver ? { takeOver } : {}) },
      })
    },
    onSuccess: (decision, input) => {
      dropDraft(input.tipId)
      offerUndo(input.tipId, decision)
      // Reading a tip is recorded: it is read again only if it stays on the screen.
      void queryClient.invalidateQueries({
        queryKey: ['readTip', { params: { tipId: input.tipId } }],
        refetchType: input.stay ? 'active' : 'none',
      })
      onDone(input, decision)
      settle(input.tipId)
    },
  })
