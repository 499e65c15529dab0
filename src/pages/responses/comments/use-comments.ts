import { useState } from 'react';
import type { StoredComment } from '#core/comments/comment.ts';
import type { Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../../deps.ts';
import {
  isOnlyHere,
  isUndelivered,
  type QueuedChange,
} from '../../../outbox/changes/queued-change.ts';
import { useOutbox } from '../../../ui/use-outbox.ts';
import { keyOf, type Response } from '../data/response.ts';
import { useSendBeside, type Outcome } from '../data/use-send-beside.ts';

/** A comment as it will be once this device has sent what waits here. */
export type ShownComment = StoredComment & {
  /** What has not arrived: the comment, or what takes it back. */
  readonly change?: QueuedChange;
};

export type Comments = {
  readonly shown: readonly ShownComment[];
  readonly add: (text: string) => Promise<Outcome>;
  readonly takeBack: (comment: ShownComment) => Promise<Outcome>;
  /** Removes what has not left this device. @returns whether it did */
  readonly discard: (change: QueuedChange) => Promise<boolean>;
};

type OfResponse = {
  readonly form: Form;
  readonly response: Response;
  /** As the server has them. */
  readonly stored: readonly StoredComment[];
};

/** Comments wait in the outbox, like entries. What was written here is shown at once. */
export function useComments({ form, response, stored }: OfResponse): Comments {
  const { outbox } = useDeps();
  const sendBeside = useSendBeside(form);
  const { username: author = '', email } = usePerson() ?? {};
  const { changes = noChanges } = useOutbox();
  /** Those about sensitive answers, which are sent at once, and are never on the device. */
  const [sentAtOnce, setSentAtOnce] = useState<readonly StoredComment[]>([]);
  const by = { by: author, ...(email !== undefined && { email }) };
  const entry = keyOf(response);
  const own = changes.filter((it) => it.beside && it.form === form.id && it.entry === entry);
  const known = [...stored, ...sentAtOnce.filter(({ id }) => !stored.some((it) => it.id === id))];
  const written = own.flatMap((change): readonly ShownComment[] => {
    const { id, beside, savedAt: at } = change;
    if (!beside || !('text' in beside) || known.some((it) => it.id === id)) return [];
    const { version, text } = beside;
    return [{ id, version, text, at, ...by, ...(isUndelivered(change) && { change }) }];
  });

  function asShown(comment: ShownComment): ShownComment {
    const change = own.findLast(
      ({ beside, status }) =>
        beside && 'comment' in beside && beside.comment === comment.id && status.is !== 'attention',
    );
    if (!change) return comment;
    const { text: _, ...rest } = comment;
    const takenBack = comment.takenBack ?? { by: author, at: change.savedAt };
    const isWaiting = isUndelivered(change) && !comment.takenBack;
    return { ...rest, takenBack, ...(isWaiting && { change }) };
  }

  const { username, id, version } = response;

  async function add(text: string): Promise<Outcome> {
    const sent = await sendBeside({ kind: 'comment', beside: { username, id, version, text } });
    if (sent.outcome === 'sent') {
      const comment = { id: sent.id, version, text, at: new Date().toISOString(), ...by };
      setSentAtOnce((all) => [...all, comment]);
    }
    return sent.outcome;
  }

  async function takeBack({ id: comment }: ShownComment): Promise<Outcome> {
    const beside = { username, id, comment };
    return (await sendBeside({ kind: 'takeBackComment', beside })).outcome;
  }

  return {
    shown: [...known, ...written].map(asShown),
    add,
    takeBack,
    discard: async (change) => isOnlyHere(change) && (await outbox.discard(change)).length > 0,
  };
}

const noChanges: readonly QueuedChange[] = [];
