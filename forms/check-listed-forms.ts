import { assertValidForms } from '#core/form/check-forms.ts';
import { forms } from './index.ts';
import { reservedIds } from './reserved-ids.ts';

/** Throws if a form of this deployment is not valid. Called before the backend is synthesized and before the app is built. */
export function assertFormsAreValid(): void {
  assertValidForms({ forms, reservedIds });
}
