import { onBucket, type Operation } from './operation.ts';
import { xmlResponse } from '../protocol/xml-response.ts';

export const headBucket: Operation = {
  actions: onBucket('ListBucket'),
  run: () => ({ status: 200, headers: { 'x-amz-bucket-region': 'us-east-1' } }),
};

export const getLocation: Operation = {
  actions: onBucket('GetBucketLocation'),
  // S3 has no name for its first region.
  run: () => xmlResponse('LocationConstraint', undefined),
};

export const getVersioning: Operation = {
  actions: onBucket('GetBucketVersioning'),
  run: ({ bucket }) => xmlResponse('VersioningConfiguration', { Status: bucket.versioning }),
};
