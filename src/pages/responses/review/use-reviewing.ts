import { useCallback, useMemo, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { ReviewState } from '#core/review/review.ts';
import { useDeps } from '../../../deps.ts';
import { isUndelivered, type QueuedChange } from '../../../outbox/changes/queued-change.ts';
import { keyOf, stateOf, type Response } from '../data/response.ts';
import { useSendBeside, type Outcome } from '../data/use-send-beside.ts';
import { useWaitingBeside } from '../data/use-waiting-beside.ts';

/** What an owner has decided: the state, and what the author should know. */
export type Decision = { readonly state: ReviewState; readonly note?: string };

export type Reviewing = {
  /** A response as it will be once this device has sent its reviews. */
  readonly withReviews: (response: Response) => Response;
  /** The review of a response that waits on this device, if one does. */
  readonly waitingFor: (response: Response) => QueuedChange | undefined;
  readonly review: (responses: readonly Response[], decision: Decision) => Promise<Outcome>;
  /** Takes back what was decided last about these responses. */
  readonly undo: (responses: readonly Response[]) => Promise<Outcome>;
};

type Decided = { readonly state: ReviewState; readonly version: number; readonly at: string };

/** Reviews wait in the outbox, like entries. What was decided on this page is shown at once. */
export function useReviewing(form: Form): Reviewing {
  const { outbox } = useDeps();
  const send = useSendBeside(form);
  const waiting = useWaitingBeside(form, 'review');
  /** What was decided on this page, also once it has left the outbox. */
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(new Map());

  const known = useMemo(() => {
    const inOutbox = [...waiting].flatMap(([key, { review, savedAt, status }]) =>
      review && status.is !== 'attention' ? [[key, { ...review, at: savedAt }] as const] : [],
    );
    return new Map<string, Decided>([...decided, ...inOutbox]);
  }, [decided, waiting]);

  const withReviews = useCallback(
    (response: Response): Response => {
      const review = known.get(keyOf(response));
      if (!review) return response;
      const { version, at } = review;
      const state = response.version > version ? 'edited' : review.state;
      return { ...response, review: { state, version, at } };
    },
    [known],
  );

  async function reviewOne(response: Response, { state, note }: Decision): Promise<Outcome> {
    const { username, id, version } = response;
    const review = { username, id, version, state, ...(note !== undefined && { note }) };
    return (await send({ kind: 'review', review })).outcome;
  }

  async function reviewAll(
    responses: readonly Response[],
    decisionOf: (response: Response) => Decision,
  ): Promise<Outcome> {
    let outcome: Outcome = 'sent';
    for (const response of responses) {
      const decision = decisionOf(response);
      const one = await reviewOne(response, decision);
      if (one === 'not-saved') return one;
      if (one === 'saved') outcome = one;
      const at = new Date().toISOString();
      const { version } = response;
      setDecided((all) => new Map(all).set(keyOf(response), { ...decision, version, at }));
    }
    return outcome;
  }

  return {
    withReviews,
    waitingFor: (response) => waiting.get(keyOf(response)),
    review: (responses, decision) => reviewAll(responses, () => decision),
    async undo(responses) {
      const sent: Response[] = [];
      for (const response of responses) {
        const change = outbox
          .view()
          .changes?.findLast(
            (it) => it.review && it.entry === keyOf(response) && isUndelivered(it),
          );
        // It may be sent in this moment: then nothing is discarded.
        const gone = change ? await outbox.discard(change) : [];
        if (gone.length === 0) sent.push(response);
        setDecided((all) => new Map([...all].filter(([key]) => key !== keyOf(response))));
      }
      return reviewAll(sent, (response) => ({ state: stateBefore(response) }));
    },
  };
}

/** What the response was before: not sent back again, as the author would get another mail. */
function stateBefore(response: Response): ReviewState {
  const state = stateOf(response);
  return state === 'approved' || state === 'rejected' ? state : 'received';
}
