import { loadFields, type Form } from '#core/form/define-form.ts';
import { withTimeout } from '../device/timeout.ts';

/** Milliseconds. After that the form does without: the server checks the answers anyway. */
const timeout = 3000;

/** Resolves when the libraries that the fields need have loaded, or have failed to. */
export async function fieldsLoaded(form: Pick<Form, 'fields'>): Promise<void> {
  if (!Object.values(form.fields).some((field) => field.load)) return;
  await withTimeout('network', timeout, loadFields(form)).catch(() => undefined);
}
