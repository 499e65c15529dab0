import { join } from 'node:path';
import { createQueue, type Queue } from './sqs-queue.ts';
import { queueSettingsFrom } from './queue-settings.ts';
import type { Resource } from '../../template/resource.ts';

export type Queues = {
  all(): readonly Queue[];
  byArn(arn: string): Queue;
  update(resources: readonly Resource[]): void;
};

/** All queues of the backend, each with its messages in its own file. */
export function createQueues(resources: readonly Resource[], folder: string): Queues {
  let queues = open(resources, []);

  function open(wanted: readonly Resource[], existing: readonly Queue[]): readonly Queue[] {
    return wanted
      .filter(({ type }) => type === 'AWS::SQS::Queue')
      .map(queueSettingsFrom)
      .map((settings) => {
        const same = existing.find((it) => it.settings.name === settings.name);
        return (
          same ?? createQueue(settings, { file: join(folder, 'queues', `${settings.name}.json`) })
        );
      });
  }

  return {
    all: () => queues,
    byArn(arn) {
      const queue = queues.find((it) => it.settings.arn === arn);
      if (!queue) throw new Error(`${arn} is no queue of the backend.`);
      return queue;
    },
    update(next) {
      queues = open(next, queues);
    },
  };
}
