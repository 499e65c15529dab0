import { defineFunction } from '@aws-amplify/backend';

/** The one function behind every route of every form. */
export const api = defineFunction({
  name: 'api',
  entry: './handler.ts',
  resourceGroupName: 'api',
  runtime: 24,
  architecture: 'arm64',
  memoryMB: 512,
  timeoutSeconds: 10,
  logging: { retention: '1 month' },
});
