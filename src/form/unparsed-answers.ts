import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { fromControlValue } from '../controls/codecs.ts';
import type { ControlValues } from '../drafts/draft.ts';

/** A value that no field accepts, nor takes for a missing answer. */
const unread = '?';

/**
 * The controls' values as answers for the form to parse.
 * @param unreadableFields fields whose inputs show something that the browser does not reveal; inside repeats, paths
 */
export function unparsedAnswers(
  form: Form,
  controlValues: ControlValues,
  unreadableFields: readonly string[] = [],
): Record<string, unknown> {
  const present = Object.entries(form.fields).filter(([name]) =>
    Object.hasOwn(controlValues, name),
  );
  const typed = present.map(
    ([name, field]) =>
      [name, fromControlValue(field.control, getOwn(controlValues, name) ?? '')] as const,
  );
  return unreadableFields.reduce(withUnread, Object.fromEntries(typed));
}

type Unparsed = Readonly<Record<string, unknown>>;

/** @param path the field's name; inside a repeat, its path */
function withUnread(answers: Unparsed, path: string): Record<string, unknown> {
  const [name = '', id, ...inner] = path.split('/');
  const list = getOwn(answers, name);
  if (id === undefined || !Array.isArray(list)) return { ...answers, [name]: unread };
  const instances = list.map((it: Unparsed) =>
    it['id'] === id ? withUnread(it, inner.join('/')) : it,
  );
  return { ...answers, [name]: instances };
}
