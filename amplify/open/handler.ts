import { createApiHandler } from '../api/create-api-handler.ts';

/** The entry point that Lambda calls for devices without an account. */
export const handler = await createApiHandler('devices');
