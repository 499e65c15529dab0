import { setTimeout as wait } from 'node:timers/promises';
import { formOnDevice } from './deployed-forms.ts';
import type { RememberedEntry } from './simulated-person.ts';
import { between, pick } from '../../../tools/testing/seeded-random.ts';
import { recordAction, recordOtherAction } from './record-action.ts';
import {
  changeableEntries,
  isOnThisDevice,
  isOnlyOnThisDevice,
  restorableEntries,
  waitingChanges,
  type ActionContext,
} from './action-context.ts';

export async function withdrawEntry(context: ActionContext): Promise<void> {
  const { device } = context;
  const entry = pick(context.chance, changeableEntries(context));
  if (!entry) return;
  entry.isWithdrawn = true;
  entry.changes += 1;
  const form = formOnDevice(device, entry.form);
  await recordAction(context, 'withdraw', entry, () => device.tab().outbox.withdraw(form, entry));
}

export async function restoreEntry(context: ActionContext): Promise<void> {
  const { device } = context;
  const entry = pick(context.chance, restorableEntries(context));
  if (!entry || !isAnywhere(context, entry)) return;
  entry.isWithdrawn = false;
  entry.changes += 1;
  const form = formOnDevice(device, entry.form);
  await recordAction(context, 'restore', entry, () => device.tab().outbox.restore(form, entry));
}

/** Something withdrawn before it was sent is gone, and no page shows it. */
function isAnywhere(context: ActionContext, entry: RememberedEntry): boolean {
  return isOnThisDevice(context, entry) || !isOnlyOnThisDevice(context, entry);
}

/** Permanently. */
export async function eraseEntry(context: ActionContext): Promise<void> {
  const { device, chance } = context;
  // These leave the most traces.
  const typed = context.author.halfTyped.filter(
    (it) => it.device === device.name && !it.entry.isErased,
  );
  const entry =
    chance() < 0.5
      ? pick(chance, typed)?.entry
      : pick(chance, [...restorableEntries(context), ...changeableEntries(context)]);
  if (!entry || !isAnywhere(context, entry)) return;
  entry.isErased = true;
  entry.changes += 1;
  const form = formOnDevice(device, entry.form);
  await recordAction(context, 'erase', entry, () => device.tab().outbox.erase(form, entry));
}

/** Discards a change, and restores it in half of the cases. */
export async function discardSomething(context: ActionContext): Promise<void> {
  const { chance, device } = context;
  const change = pick(chance, waitingChanges(context));
  if (!change) return;
  const { entry, form } = change;
  await recordOtherAction(context, 'discard', { entry, form }, async () => {
    const { outbox } = device.tab();
    const gone = await outbox.discard(change);
    await wait(between(chance, 0, 300));
    if (chance() < 0.5) await outbox.bringBack(gone);
  });
}
