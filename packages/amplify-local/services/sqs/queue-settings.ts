import { arn } from '../../template/arn.ts';
import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';

export type QueueSettings = {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** Seconds until a received message that was not deleted is visible again. */
  readonly visibilityTimeout: number;
  /** Seconds until a message expires. */
  readonly retention: number;
};

/** Reads an `AWS::SQS::Queue`. Encryption is ignored: messages are stored on this machine's disk in the clear. */
export function queueSettingsFrom(resource: Resource): QueueSettings {
  const queue = readerOf(resource);
  queue.nothingBut([...supported, 'SqsManagedSseEnabled', 'QueueName', 'Tags']);
  const name = resource.id.slice(resource.id.lastIndexOf('/') + 1);
  return {
    name,
    arn: arn('sqs', name),
    url: resource.id,
    visibilityTimeout: queue.number('VisibilityTimeout') ?? 30,
    retention: queue.number('MessageRetentionPeriod') ?? 345_600,
  };
}

const supported = ['MessageRetentionPeriod', 'VisibilityTimeout'];
