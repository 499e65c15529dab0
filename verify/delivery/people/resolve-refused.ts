import { mergeAnswers } from '#core/entries/merge-answers.ts';
import {
  pickKnownAnswers,
  toCurrentAnswersWithDefaults,
  type VersionedAnswers,
} from '#core/form/current-answers.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { ApiEntry } from '../../../src/cloud/api/parse-api-entry.ts';
import type { QueuedChange } from '../../../src/outbox/changes/queued-change.ts';
import { formOnDevice } from './deployed-forms.ts';
import { recordOtherAction } from './record-action.ts';
import type { ActionContext } from './action-context.ts';

/** Handles what the server refused: discards it, resolves the conflict, or sends it again. */
export async function resolveRefused(context: ActionContext): Promise<void> {
  const { device, chance } = context;
  const { outbox } = device.tab();
  const refused = outbox.view().changes?.find(({ status }) => status.is === 'attention');
  if (refused?.status.is !== 'attention') return;
  const { entry, form, status } = refused;
  const { current } = status.problem;
  if (chance() < 0.4)
    return recordOtherAction(context, 'discard', { entry, form }, () => outbox.discard(refused));
  // The page of an older app shows both only once it is updated.
  if ((current?.formVersion ?? 0) > formOnDevice(device, form).version) return;
  if (current && refused.answers)
    return recordOtherAction(context, 'try again', { entry, form }, () =>
      resolveConflict(context, refused, current),
    );
  // If the entry is gone, these are sent as a new one.
  const answers = outbox
    .view()
    .changes?.findLast((it) => it.entry === entry && it.answers)?.answers;
  const about = { entry, form, ...(answers && { answers }) };
  return recordOtherAction(context, 'try again', about, () => outbox.tryAgain(refused));
}

/** Resolves a conflict like the page does: for each field that both have changed, takes one of the two answers. */
async function resolveConflict(
  { device, chance }: ActionContext,
  { entry, form: name, answers = {}, base, formVersion }: QueuedChange,
  current: ApiEntry,
): Promise<unknown> {
  const form = formOnDevice(device, name);
  const inForm = (it: VersionedAnswers) =>
    pickKnownAnswers(form, toCurrentAnswersWithDefaults(form, it));
  const sides = {
    base: base && inForm({ answers: base, formVersion }),
    mine: inForm({ answers, formVersion }),
    theirs: inForm(current),
  };
  const merged = mergeAnswers(sides);
  const decided = merged.conflicts
    .map((field) => [field, getOwn(chance() < 0.5 ? sides.mine : sides.theirs, field)] as const)
    .filter(([, answer]) => answer !== undefined);
  return device
    .tab()
    .outbox.revise(
      form,
      { id: entry, version: current.version, answers: sides.theirs },
      { id: device.newId(), answers: { ...merged.answers, ...Object.fromEntries(decided) } },
    );
}
