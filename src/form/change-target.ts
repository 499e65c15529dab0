import { formAcceptingStored } from '#core/entries/accept-stored-answers.ts';
import { pickKnownAnswers, toCurrentAnswersWithDefaults } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import type { EditableEntry } from '../outbox/changes/editable-entry.ts';
import { answersToControlValues } from './answers-to-control-values.ts';
import type { FillTarget } from './fill-target.ts';

/**
 * The target for a change to an entry.
 * @param optionLabel names an option that the form no longer has
 */
export function changeTarget(
  today: Form,
  entry: EditableEntry,
  optionLabel?: (option: string) => string,
): FillTarget {
  const { id, version, begunOn } = entry;
  const answers = toCurrentAnswersWithDefaults(today, entry);
  const form = formAcceptingStored(today, answers, optionLabel);
  const base = {
    version,
    answers: pickKnownAnswers(form, answers),
    formVersion: form.version,
    begunOn,
  };
  return {
    form,
    of: `${form.id}/${id}`,
    controlValues: answersToControlValues(form, answers),
    entry: { id, ...base },
    base,
    save: (outbox, sent) => outbox.revise(form, { id, ...sent.base }, sent),
  };
}
