import { loadFields, type Form } from '#core/form/define-form.ts';
import { oncePer } from '#core/values/once-per.ts';
import { withTimeout } from '../device/timeout.ts';

/** Milliseconds. After that the form does without: the server checks the answers anyway. */
const timeout = 3000;

const needsMore = oncePer((fields: Form['fields']) =>
  Object.values(fields).some((field) => field.load),
);

/** Resolves when the libraries that the form's fields need have loaded, or have failed to. */
export async function fieldsLoaded(form: Form): Promise<void> {
  if (!needsMore(form.fields)) return;
  await withTimeout('network', timeout, loadFields(form)).catch(() => undefined);
}
