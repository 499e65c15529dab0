import { assertValidForms } from '#core/form/check-forms.ts';
import { loadFields } from '#core/form/define-form.ts';
import { forms } from './index.ts';
import { reservedIds } from './reserved-ids.ts';

/**
 * Throws if a form of this deployment is not valid, or a list of its options, which is loaded first. Called before
 * the backend is synthesized and before the app is built.
 */
export async function assertFormsAreValid(): Promise<void> {
  // What is no form cannot be loaded either, and is reported in a sentence.
  const loaded = await Promise.allSettled(forms.map(async (it) => loadFields(it)));
  assertValidForms({ forms, reservedIds });
  const failure = loaded.find((it) => it.status === 'rejected');
  if (failure) throw failure.reason;
}
