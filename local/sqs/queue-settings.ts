import { arn } from '../template/arn.ts';
import { readerOf } from '../template/reader.ts';
import type { Resource } from '../template/resource.ts';

export type QueueSettings = {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** Seconds until what was received and not deleted is there again. */
  readonly visibilityTimeout: number;
  /** Seconds until a message is forgotten. */
  readonly retention: number;
};

/** What an `AWS::SQS::Queue` asks for. Its messages lie on this machine's disk, whatever the encryption. */
export function queueSettingsFrom(resource: Resource): QueueSettings {
  const queue = readerOf(resource);
  queue.nothingBut([...honoured, 'SqsManagedSseEnabled', 'QueueName', 'Tags']);
  const name = resource.id.slice(resource.id.lastIndexOf('/') + 1);
  return {
    name,
    arn: arn('sqs', name),
    url: resource.id,
    visibilityTimeout: queue.number('VisibilityTimeout') ?? 30,
    retention: queue.number('MessageRetentionPeriod') ?? 345_600,
  };
}

const honoured = ['MessageRetentionPeriod', 'VisibilityTimeout'];
