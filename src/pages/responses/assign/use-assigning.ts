import { useCallback, useMemo, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useDeps } from '../../../deps.ts';
import { isUndelivered, type QueuedChange } from '../../../outbox/changes/queued-change.ts';
import { useOutbox } from '../../../ui/use-outbox.ts';
import { keyOf, type Response } from '../data/response.ts';

export type Assigning = {
  /** A response as it will be once this device has sent what it is assigned to here. */
  readonly withAssignment: (response: Response) => Response;
  /** What was decided about a response and waits on this device, if anything does. */
  readonly waitingFor: (response: Response) => QueuedChange | undefined;
  /** @param to an address; undefined for nobody @returns whether it is saved */
  readonly assign: (response: Response, to: string | undefined) => Promise<boolean>;
};

/** Assignments wait in the outbox, like reviews. What was decided on this page is shown at once. */
export function useAssigning(form: Form): Assigning {
  const { outbox } = useDeps();
  const { changes = noChanges } = useOutbox();
  /** By response; `null` is nobody. */
  const [decided, setDecided] = useState<ReadonlyMap<string, string | null>>(new Map());
  const waiting = useMemo(
    () =>
      new Map(
        changes
          .filter((it) => it.kind === 'assign' && it.form === form.id && isUndelivered(it))
          .map((it) => [it.entry, it] as const),
      ),
    [changes, form.id],
  );
  const known = useMemo(() => {
    const inOutbox = [...waiting].flatMap(([key, { beside, status }]) =>
      beside && 'to' in beside && status.is !== 'attention' ? [[key, beside.to] as const] : [],
    );
    const refused = [...waiting].flatMap(([key, { status }]) =>
      status.is === 'attention' ? [key] : [],
    );
    const own = [...decided].filter(([key]) => !refused.includes(key));
    return new Map<string, string | null>([...own, ...inOutbox]);
  }, [decided, waiting]);

  const withAssignment = useCallback(
    (response: Response): Response => {
      const to = known.get(keyOf(response));
      if (to === undefined || to === (response.assignedTo ?? null)) return response;
      const { assignedTo: _, ...others } = response;
      return { ...others, ...(to !== null && { assignedTo: to }) };
    },
    [known],
  );

  return {
    withAssignment,
    waitingFor: (response) => waiting.get(keyOf(response)),
    async assign(response, to = undefined) {
      const { username, id } = response;
      const beside = { username, id, to: to ?? null };
      const saved = await outbox.addBeside(form, { kind: 'assign', beside });
      if (saved.ok) setDecided((all) => new Map(all).set(keyOf(response), to ?? null));
      return saved.ok;
    },
  };
}

const noChanges: readonly QueuedChange[] = [];
