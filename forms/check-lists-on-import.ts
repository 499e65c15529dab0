import { assertListsAreValid } from './check-listed-forms.ts';

// Lists are imported by their forms, and Vite can do that only until this module itself has been imported.
await assertListsAreValid();
