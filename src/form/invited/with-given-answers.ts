import type { Field } from '#core/form/field.ts';
import { escapeMarkdown } from '#core/form/escape-markdown.ts';
import { isVisible } from '#core/form/questions.ts';
import type { Invitation } from '#core/invitations/invitation.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { ControlValues } from '../../drafts/draft.ts';
import type { FillTarget } from '../fill-target.ts';

/**
 * The target for somebody who has a personal link: answers that the link gives are shown and cannot be changed, or
 * are not shown if their field is hidden.
 * @param explanation says where they come from
 */
export function withGivenAnswers(
  target: FillTarget,
  { id, values }: Invitation,
  explanation: string,
): FillTarget {
  const { form, controlValues, of } = target;
  const given = Object.entries(values).filter(([name, value]) =>
    isAnswer(getOwn<Field>(form.fields, name), value),
  );
  const fields = Object.fromEntries(
    given.map(([name, value]) => [
      name,
      asNote(getOwn<Field>(form.fields, name) as Field, value, explanation),
    ]),
  );
  return {
    ...target,
    form: { ...form, fields: { ...form.fields, ...fields } },
    // Each invitation has a draft of its own: people may share a device.
    of: target.entry ? of : `${of}/invited/${id}`,
    controlValues: { ...controlValues, ...(Object.fromEntries(given) as ControlValues) },
  };
}

function isAnswer(field: Field | undefined, value: unknown): boolean {
  return field !== undefined && field.parse(value).ok;
}

/** The same field, drawn as a text, or not at all as before. */
function asNote(field: Field, answer: unknown, explanation: string): Field {
  if (!isVisible(field)) return field;
  const { hint: _, ...others } = field;
  const text = `${escapeMarkdown(field.show(answer))}\n\n*${escapeMarkdown(explanation)}*`;
  return { ...others, control: { is: 'note', text } };
}
