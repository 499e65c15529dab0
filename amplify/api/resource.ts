import { Duration } from 'aws-cdk-lib';
import { plainFunction } from '../plain-function.ts';

/** The one function behind every route of every form. */
export const api = plainFunction('api', {
  folder: import.meta.dirname,
  group: 'api',
  memorySize: 512,
  timeout: Duration.seconds(10),
});
