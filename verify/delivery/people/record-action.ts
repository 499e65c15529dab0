import type { Saved } from '../../../src/outbox/outbox.ts';
import type { ChangeKind } from '../../../src/outbox/changes/queued-change.ts';
import type { RememberedEntry } from './simulated-person.ts';
import type { UserAction } from '../evidence/run-history.ts';
import type { ActionContext } from './action-context.ts';

/** Records an action after which the entry is as the person wants it. */
export async function recordAction(
  context: ActionContext,
  kind: ChangeKind,
  { id, form, answers }: RememberedEntry,
  act: () => Saved,
  openedWith?: UserAction['openedWith'],
): Promise<void> {
  const action: UserAction = {
    ...newAction(context, kind, { entry: id, form }),
    ...((kind === 'submit' || kind === 'revise') && { answers }),
    ...(openedWith && { openedWith }),
  };
  context.history.actions.push(action);
  action.saved = (await act()).ok;
}

/** Records any other action. */
export async function recordOtherAction(
  context: ActionContext,
  kind: UserAction['kind'],
  about: Pick<UserAction, 'entry' | 'form' | 'answers'>,
  act: () => Promise<unknown>,
): Promise<void> {
  const action = newAction(context, kind, about);
  context.history.actions.push(action);
  await act();
  action.saved = true;
}

export function newAction(
  { device, author, history }: ActionContext,
  kind: UserAction['kind'],
  { entry, form, answers }: Pick<UserAction, 'entry' | 'form' | 'answers'>,
): UserAction {
  const who = { device: device.name, author: author.username };
  return { at: history.now(), ...who, kind, entry, form, ...(answers && { answers }) };
}
