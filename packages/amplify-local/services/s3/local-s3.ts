import { join } from 'node:path';
import { callersFrom } from '../iam/function-callers.ts';
import type { FunctionCredentials } from '../iam/function-credentials.ts';
import type { Resource } from '../../template/resource.ts';
import { bucketsFrom } from './bucket-settings.ts';
import { createS3Handler, type S3Handler } from './s3-handler.ts';
import { startS3Server } from './s3-server.ts';
import { openStorage } from './storage/open-storage.ts';

type Setting = {
  readonly resources: readonly Resource[];
  readonly folder: string;
  readonly port: number;
  readonly credentials: Pick<FunctionCredentials, 'secretKeyOf'>;
  readonly now?: () => number;
  readonly log: (line: string) => void;
};

/** S3 with the buckets of the backend. */
export type LocalS3 = {
  readonly url: string;
  readonly handle: S3Handler;
  readonly hasBucket: (name: string) => boolean;
  update(resources: readonly Resource[]): void;
  close(): Promise<void>;
};

export async function startLocalS3({
  resources,
  folder,
  port,
  credentials,
  now = Date.now,
  log,
}: Setting): Promise<LocalS3> {
  let buckets = bucketsFrom(resources);
  let callers = callersFrom(resources);
  await using opened = new AsyncDisposableStack();
  const storage = opened.adopt(openStorage(join(folder, 's3'), { now }), (it) => it.close());
  const handle = createS3Handler({
    storage,
    buckets: () => buckets,
    callers: () => callers,
    secretKeyOf: credentials.secretKeyOf,
    log,
  });
  const server = opened.adopt(await startS3Server(handle, port), (it) => it.close());
  const parts = opened.move();
  return {
    url: server.url,
    handle,
    hasBucket: (name) => buckets.has(name),
    update(next) {
      buckets = bucketsFrom(next);
      callers = callersFrom(next);
    },
    close: () => parts.disposeAsync(),
  };
}
