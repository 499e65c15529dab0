import { loadFields, type Form } from '#core/form.ts';
import { withTimeout } from '../device/timeout.ts';

/** Milliseconds. It is on the device, or comes with the form; what is missing, the function knows. */
const patience = 3000;

/** Once a form's fields have what they need beside the app, or have to do without. */
export async function loaded(form: Form): Promise<void> {
  if (!Object.values(form.fields).some((field) => field.load)) return;
  await withTimeout('network', patience, loadFields(form)).catch(() => undefined);
}
