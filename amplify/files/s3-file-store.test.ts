import { setTimeout as sleep } from 'node:timers/promises';
import { describeFileStore } from '#core/files/store/file-store.contract.ts';
import { Bucket } from '../../packages/amplify-local/testing/bucket-resources.ts';
import { testS3 } from '../../packages/amplify-local/testing/test-s3.ts';
import { createHttpClient } from '../aws/keep-alive-http.ts';
import { bucketAddress } from '../aws/lambda-environment.ts';
import { createS3Bucket } from './s3-bucket.ts';
import { createS3FileStore } from './s3-file-store.ts';

/** The rules of `resource.ts`. */
const LifecycleConfiguration = {
  Rules: [
    {
      Status: 'Enabled',
      ExpirationInDays: 7,
      TagFilters: [{ Key: 'awaited', Value: 'yes' }],
    },
    { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
  ],
};

describeFileStore(async () => {
  let now = Date.now();
  const { server, client } = await testS3({
    properties: { LifecycleConfiguration },
    now: () => now,
  });
  const address = bucketAddress({ AWS_ENDPOINT_URL_S3: server.url }, Bucket);
  const credentials = await client().config.credentials();
  const send = createHttpClient(address.origin, { timeout: 60_000 });
  const files = createS3FileStore(
    createS3Bucket({
      // With more time than a function has: a busy machine takes seconds to copy files of 16 MB.
      http: (request) => send({ ...request, timeout: 60_000 }),
      name: Bucket,
      address,
      region: 'us-east-1',
      credentials: () => credentials,
      now: () => now,
      random: Math.random,
      sleep,
    }),
  );
  return {
    files,
    async send({ url, headers }, bytes) {
      const body = Uint8Array.from(bytes);
      return (await fetch(url, { method: 'PUT', headers, body })).status;
    },
    async open(url) {
      const response = await fetch(url);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
    async wait(milliseconds) {
      now += milliseconds;
      await server.sweep();
    },
  };
});
