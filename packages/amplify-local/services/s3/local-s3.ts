import { join } from 'node:path';
import { callersFrom } from '../iam/function-callers.ts';
import type { FunctionCredentials } from '../iam/function-credentials.ts';
import type { Resource } from '../../template/resource.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import { notificationsFrom, receives } from './bucket-notifications.ts';
import { bucketsFrom } from './bucket-settings.ts';
import { startEventDelivery } from './event-delivery.ts';
import { eventPayload } from './event-payload.ts';
import { createS3Handler, type S3Handler } from './s3-handler.ts';
import { sweepLifecycle } from './sweep-lifecycle.ts';
import { startS3Server } from './s3-server.ts';
import type { EventQueue } from './storage/event-queue.ts';
import type { ObjectEvent } from './storage/object-store.ts';
import { openStorage } from './storage/open-storage.ts';

type Setting = {
  readonly resources: readonly Resource[];
  readonly folder: string;
  readonly port: number;
  readonly credentials: Pick<FunctionCredentials, 'secretKeyOf'>;
  readonly functionNamed: (name: string) => Pick<LambdaFunction, 'invoke'> | undefined;
  readonly now?: () => number;
  readonly log: (line: string) => void;
};

/** S3 with the buckets of the backend. */
export type LocalS3 = {
  readonly url: string;
  readonly handle: S3Handler;
  readonly hasBucket: (name: string) => boolean;
  update(resources: readonly Resource[]): void;
  /** Deletes everything in a bucket. */
  dropBucket(name: string): void;
  /** Delivers the events that a crash left behind. */
  deliverEvents(): void;
  /** Deletes what the lifecycle rules say. It is called every hour too. */
  sweep(): Promise<void>;
  close(): Promise<void>;
};

/** Milliseconds. The rules count days. */
const sweepInterval = 60 * 60_000;

export async function startLocalS3({
  resources,
  folder,
  port,
  credentials,
  functionNamed,
  now = Date.now,
  log,
}: Setting): Promise<LocalS3> {
  let buckets = bucketsFrom(resources);
  let callers = callersFrom(resources);
  let notifications = notificationsFrom(resources);
  await using opened = new AsyncDisposableStack();
  const storage = opened.adopt(openStorage(join(folder, 's3'), { now, record }), (it) =>
    it.close(),
  );
  const delivery = startEventDelivery({ queue: storage.events, functionNamed, now, log });
  opened.defer(() => delivery.close());
  const sweep = () => sweepLifecycle([...buckets.values()], storage);
  const timer = setInterval(
    () => void sweep().catch((error: unknown) => log(`S3: ${String(error)}`)),
    sweepInterval,
  );
  opened.defer(() => clearInterval(timer));
  const handle = createS3Handler({
    storage,
    buckets: () => buckets,
    callers: () => callers,
    secretKeyOf: credentials.secretKeyOf,
    log,
  });
  const server = opened.adopt(await startS3Server(handle, port), (it) => it.close());
  const parts = opened.move();

  /** Runs in the transaction of the event, so that neither is there without the other. */
  function record(event: ObjectEvent, events: EventQueue): void {
    const { bucket, name, object, happenedAt } = event;
    for (const it of notifications) {
      if (it.bucketName !== bucket || !receives(it, name, object.key)) continue;
      const payload = JSON.stringify(eventPayload(event, it, buckets.get(bucket)?.versioning));
      events.add({ functionName: it.functionName, payload, happenedAt });
      // The transaction is over by then.
      setImmediate(() => delivery.wake());
    }
  }

  return {
    url: server.url,
    handle,
    hasBucket: (name) => buckets.has(name),
    update(next) {
      buckets = bucketsFrom(next);
      callers = callersFrom(next);
      notifications = notificationsFrom(next);
    },
    dropBucket: (name) => storage.dropBucket(name),
    deliverEvents: () => delivery.wake(),
    sweep,
    close: () => parts.disposeAsync(),
  };
}
