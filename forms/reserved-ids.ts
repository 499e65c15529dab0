/** A form's page is at `/{id}`, and so are these pages of the app: src/page-paths.ts is typed by this list. */
export const pageSegments = [
  'about',
  'account',
  'api',
  'embed',
  'entries',
  'outbox',
  'responses',
  'sign-in',
] as const;

/** Ids that no form may have. A form's API is at `/{id}` as well, `/me` is about the caller, `/open/{form}` for open forms. */
export const reservedIds: readonly string[] = [...pageSegments, 'me', 'open'];
