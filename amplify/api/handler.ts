import { createApiHandler } from './create-api-handler.ts';

/** The entry point that Lambda calls for people with an account. */
export const handler = await createApiHandler('accounts');
