import { assertValidForms } from '#core/form/check-forms.ts';
import { loadFields } from '#core/form/define-form.ts';
import { forms } from './index.ts';
import { reservedIds } from './reserved-ids.ts';

/** Throws if a form of this deployment is not valid. Called before the backend is synthesized and before the app is built. */
export function assertFormsAreValid(): void {
  assertValidForms({ forms, reservedIds });
}

/** Throws if a form is not valid, or a list of its options, which is loaded first. */
export async function assertListsAreValid(): Promise<void> {
  await Promise.all(forms.map(loadFields));
  assertFormsAreValid();
}
