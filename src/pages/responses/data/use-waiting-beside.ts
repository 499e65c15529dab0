import { useMemo } from 'react';
import type { Form } from '#core/form/define-form.ts';
import {
  isUndelivered,
  type Beside,
  type QueuedChange,
} from '../../../outbox/changes/queued-change.ts';
import { useOutbox } from '../../../ui/use-outbox.ts';

/** What is said about responses and waits on this device, by the key of its response: of each the last. */
export function useWaitingBeside(
  form: Form,
  kind: Beside['kind'],
): ReadonlyMap<string, QueuedChange> {
  const { changes = noChanges } = useOutbox();
  return useMemo(() => {
    const waiting = changes.filter(
      (it) => it.kind === kind && it.form === form.id && isUndelivered(it),
    );
    return new Map(waiting.map((it) => [it.entry, it]));
  }, [changes, form.id, kind]);
}

const noChanges: readonly QueuedChange[] = [];
