import type { Form } from './form.ts';

/** A form's page stands at `/{id}`, beside these. */
const pages = ['about', 'account', 'api', 'entries', 'outbox', 'sign-in'];

/**
 * A form that could not work is its author's mistake, told by the forms' tests and by every build of the
 * app; nobody's phone has to look for it.
 */
export function refuseMalformed({
  id,
  version,
  fields,
}: Pick<Form, 'id' | 'version' | 'fields'>): void {
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(id))
    throw new Error(`Form id "${id}": use lower-case letters, digits and hyphens, letter first.`);
  if (pages.includes(id)) throw new Error(`Form id "${id}" is the address of a page of the app.`);
  if (!Number.isSafeInteger(version) || version < 1)
    throw new Error(`Form "${id}": version must be 1, 2, 3, ….`);
  const names = Object.keys(fields);
  if (names.length === 0) throw new Error(`Form "${id}" asks nothing: give it a field.`);
  for (const name of names)
    if (!/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name))
      throw new Error(`Form "${id}", field "${name}": use letters, digits and _, letter first.`);
}
