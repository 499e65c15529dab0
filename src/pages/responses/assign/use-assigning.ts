import { useCallback, useMemo, useState } from 'react';
import type { StoredAssignment } from '#core/assignments/assignment.ts';
import type { Form } from '#core/form/define-form.ts';
import { useDeps } from '../../../deps.ts';
import type { QueuedChange } from '../../../outbox/changes/queued-change.ts';
import { keyOf, type Response } from '../data/response.ts';
import { useWaitingBeside } from '../data/use-waiting-beside.ts';

export type Assigning = {
  /**
   * A response as it will be once this device has sent whom it is assigned to.
   * @param stored assignments that the response is known to have, so that the server knows better
   */
  readonly withAssignment: (response: Response, stored?: readonly Stored[]) => Response;
  /** What was decided about a response and waits on this device, if anything does. */
  readonly waitingFor: (response: Response) => QueuedChange | undefined;
  /** @param to an address; undefined for nobody @returns whether it is saved */
  readonly assign: (response: Response, to: string | undefined) => Promise<boolean>;
};

/** Assignments wait in the outbox, like reviews. What was decided on this page is shown at once. */
export function useAssigning(form: Form): Assigning {
  const { outbox } = useDeps();
  const waiting = useWaitingBeside(form, 'assign');
  /** By response. */
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(new Map());
  const known = useMemo(() => {
    const inOutbox = [...waiting].flatMap(([key, { id, beside, status }]) =>
      beside && 'to' in beside && status.is !== 'attention'
        ? [[key, { id, to: beside.to }] as const]
        : [],
    );
    const refused = [...waiting].flatMap(([key, { status }]) =>
      status.is === 'attention' ? [key] : [],
    );
    const own = [...decided].filter(([key]) => !refused.includes(key));
    return new Map<string, Decided>([...own, ...inOutbox]);
  }, [decided, waiting]);

  const withAssignment = useCallback(
    (response: Response, stored: readonly Stored[] = []): Response => {
      const { id, to = null } = known.get(keyOf(response)) ?? {};
      const isKnown = id === undefined || stored.some((it) => it.id === id);
      if (isKnown || to === (response.assignedTo ?? null)) return response;
      const { assignedTo: _, ...others } = response;
      return { ...others, ...(to !== null && { assignedTo: to }) };
    },
    [known],
  );

  return {
    withAssignment,
    waitingFor: (response) => waiting.get(keyOf(response)),
    async assign(response, to) {
      const { username, id } = response;
      const beside = { username, id, to: to ?? null };
      const saved = await outbox.addBeside(form, { kind: 'assign', beside });
      if (!saved.ok) return false;
      const { id: change } = saved.value;
      setDecided((all) => new Map(all).set(keyOf(response), { id: change, to: to ?? null }));
      return true;
    },
  };
}

/** The id of the change, and an address; `null` is nobody. */
type Decided = { readonly id: string; readonly to: string | null };

type Stored = Pick<StoredAssignment, 'id'>;
