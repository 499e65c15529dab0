import type { Queues } from './queues.ts';
import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';

type Alarm = {
  readonly description: string;
  readonly queueName: string;
  readonly threshold: number;
};

export type Alarms = {
  update(resources: readonly Resource[]): void;
  close(): void;
};

type Setting = {
  readonly resources: readonly Resource[];
  readonly queues: Pick<Queues, 'all'>;
  readonly log: (line: string) => void;
};

/** Milliseconds. In AWS it is the alarm's own period, which is minutes. */
const checkInterval = 1000;

/** Logs when an alarm goes off, and when it is over. */
export function startAlarms({ resources, queues, log }: Setting): Alarms {
  let alarms = alarmsOf(resources);
  const ringing = new Set<string>();
  const checkAlarms = () => {
    for (const { description, queueName, threshold } of alarms) {
      const queue = queues.all().find((it) => it.settings.name === queueName);
      const isRinging = (queue?.counts().visible ?? 0) >= threshold;
      if (isRinging === ringing.has(queueName)) continue;
      log(isRinging ? `Alarm: ${description}` : `Alarm over: ${description}`);
      if (isRinging) ringing.add(queueName);
      else ringing.delete(queueName);
    }
  };
  const timer = setInterval(checkAlarms, checkInterval);
  return {
    update(next) {
      alarms = alarmsOf(next);
    },
    close: () => clearInterval(timer),
  };
}

/** Supports one of CloudWatch's metrics: the number of messages that wait in a queue. */
function alarmsOf(resources: readonly Resource[]): readonly Alarm[] {
  return resources
    .filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
    .map((resource) => {
      const alarm = readerOf(resource);
      alarm.only('Namespace', 'AWS/SQS');
      alarm.only('MetricName', 'ApproximateNumberOfMessagesVisible');
      alarm.only('ComparisonOperator', 'GreaterThanOrEqualToThreshold');
      const dimension = alarm.each('Dimensions').find((it) => it.text('Name') === 'QueueName');
      return {
        description: alarm.text('AlarmDescription') ?? resource.id,
        queueName: dimension?.requiredText('Value') ?? alarm.refuse('Dimensions', 'name no queue'),
        threshold: alarm.requiredNumber('Threshold'),
      };
    });
}
