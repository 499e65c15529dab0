import { asksForFiles } from '#core/form/asks-for-files.ts';
import type { Form } from '#core/form/define-form.ts';
import { keyOf, type ResponseKey } from '../data/response.ts';

/** What a response is called among the entries that this device changes: it may be somebody else's. */
export function correctedKey(response: ResponseKey): string {
  return `${keyOf(response)}/answers`;
}

/** The form as its owners correct a response: on one page, whether it is open or not, and without taking a seat. */
export function formToCorrect({
  pages: _pages,
  access: _access,
  limits: _limits,
  look: _look,
  ...form
}: Form): Form {
  return form;
}

/** The questions that owners may answer instead of the author: not those whose files only the author has. */
export function fieldsToCorrect({ fields }: Form): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    asksForFiles({ fields: { [name]: field } }) ? [] : [name],
  );
}
