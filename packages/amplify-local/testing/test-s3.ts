import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3, type S3ClientConfig } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { openFunctionCredentials } from '../services/iam/function-credentials.ts';
import type { LambdaFunction } from '../services/lambda/lambda-function.ts';
import { startLocalS3, type LocalS3 } from '../services/s3/local-s3.ts';
import { bucketResources, type BucketSetting } from './bucket-resources.ts';

type Setting = BucketSetting & {
  readonly folder?: string;
  readonly now?: () => number;
  /** The functions that receive events. */
  readonly functions?: Readonly<Record<string, Pick<LambdaFunction, 'invoke'>>>;
};

export type TestS3 = {
  readonly server: LocalS3;
  readonly folder: string;
  readonly logged: readonly string[];
  /** The SDK's client with the credentials of the function. */
  readonly s3: S3;
  readonly client: (config?: S3ClientConfig) => S3;
  /** Stops it and starts it again with the same state. */
  restart(more?: Setting): Promise<TestS3>;
};

export async function testS3(setting: Setting = {}): Promise<TestS3> {
  const folder = setting.folder ?? temporaryFolder();
  const credentials = openFunctionCredentials(folder);
  const logged: string[] = [];
  const server = await startLocalS3({
    resources: bucketResources(setting),
    folder,
    port: 0,
    credentials,
    functionNamed: (name) => setting.functions?.[name],
    log: (line) => logged.push(line),
    ...(setting.now && { now: setting.now }),
  });
  server.deliverEvents();
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= server.close());
  onTestFinished(close);
  const client = (config: S3ClientConfig = {}) =>
    new S3({ ...clientConfig(server.url, credentials.environmentFor('uploader')), ...config });
  return {
    server,
    folder,
    logged,
    client,
    s3: client(),
    async restart(more = {}) {
      await close();
      return testS3({ ...setting, ...more, folder });
    },
  };
}

/** The settings that the SDK finds in the environment of a function. */
export function clientConfig(
  endpoint: string,
  environment: Readonly<Record<string, string>>,
): S3ClientConfig {
  return {
    endpoint,
    region: 'us-east-1',
    credentials: {
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
      sessionToken: environment['AWS_SESSION_TOKEN'] ?? '',
    },
  };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 's3-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
