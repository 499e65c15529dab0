import { instancesIn } from '#core/form/instances-in.ts';
import { isRecord } from '#core/values/is-record.ts';
import { instancesValue } from '../controls/question.ts';
import type { ControlValues } from '../drafts/draft.ts';
import type { Answers } from '../outbox/changes/queued-change.ts';

/**
 * Control values in the shape of answers, as they were typed: an instance has its values beside its id. For code
 * that knows answers: a form's `migrate`, and the merge.
 */
export function shapedAsAnswers(controlValues: ControlValues): Answers {
  const shaped = Object.entries(controlValues).map(([name, it]) => {
    const instances = instancesValue(it);
    if (instances.length === 0) return [name, it] as const;
    return [name, instances.map(({ id, values }) => ({ ...shapedAsAnswers(values), id }))] as const;
  });
  return Object.fromEntries(shaped);
}

/** The reverse. */
export function shapedAsControlValues(answers: Answers): ControlValues {
  const shaped = Object.entries(answers).map(([name, answer]) => {
    const instances = isRecord(answer) ? undefined : instancesIn(answer);
    if (!instances || instances.size === 0) return [name, answer] as const;
    const values = [...instances.values()].map(({ id, ...inner }) => ({
      id,
      values: shapedAsControlValues(inner),
    }));
    return [name, values] as const;
  });
  return Object.fromEntries(shaped) as ControlValues;
}
