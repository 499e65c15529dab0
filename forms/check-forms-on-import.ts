import { assertFormsAreValid } from './check-listed-forms.ts';

// Imported first by `amplify/backend.ts`, so that a mistake in a form is reported before anything else runs, and
// when the app is built. Lists are imported by their forms, and Vite can do that only while it imports this module.
await assertFormsAreValid();
