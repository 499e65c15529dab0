import type { FileStore } from '#core/files/store/file-store.ts';
import { createHttpClient } from '../aws/keep-alive-http.ts';
import { awsCredentials, awsRegion, bucketAddress } from '../aws/lambda-environment.ts';
import { createS3Bucket } from './s3-bucket.ts';
import { createS3FileStore } from './s3-file-store.ts';

/** Milliseconds. */
const timeout = 4_000;

/** The files in a bucket, with the permissions of the function's role. */
export function createLambdaFileStore(name: string): FileStore {
  const address = bucketAddress(process.env, name);
  return createS3FileStore(
    createS3Bucket({
      http: createHttpClient(address.origin, { timeout }),
      name,
      address,
      region: awsRegion(process.env),
      credentials: () => awsCredentials(process.env),
      now: Date.now,
      random: Math.random,
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    }),
  );
}
