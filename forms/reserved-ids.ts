/** What no form may be called: a form's page stands at `/{id}`, and these are pages of the app. */
export const pageIds = ['about', 'account', 'api', 'entries', 'outbox', 'sign-in'] as const;

/** Its API stands at `/{id}` as well, where `/me` is about who calls. */
export const reservedIds = [...pageIds, 'me'] as const;
