import { assertFormsAreValid, assertListsAreValid } from '#forms/check-listed-forms.ts';

// `backend.ts` imports this first, so that a mistake in a form is reported before anything else runs.
assertFormsAreValid();
await assertListsAreValid();
