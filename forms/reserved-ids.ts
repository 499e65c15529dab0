/** What no form may be called: a form's page stands at `/{id}`, and these are pages of the app. */
export const reservedIds = ['about', 'account', 'api', 'entries', 'outbox', 'sign-in'] as const;
