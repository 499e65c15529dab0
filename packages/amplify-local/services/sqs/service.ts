import type { Service } from '../../template/service.ts';
import { account, arn, region } from '../../template/arn.ts';
import { itself, named } from '../../template/resource-naming.ts';
import { startAlarms } from './queue-alarms.ts';
import { createQueues, type Queues } from './queues.ts';
import { sqsApi } from './sqs-operations.ts';

/** Queues, and the alarms of CloudWatch that watch them. */
export const sqs: Service<Queues> = {
  name: 'sqs',
  resources: {
    'AWS::SQS::Queue': {
      id: (self) => `https://sqs.${region}.amazonaws.com/${account}/${named('QueueName')(self)}`,
      attributes: {
        Arn: (_, self) => arn('sqs', named('QueueName')(self)),
        QueueName: (_, self) => named('QueueName')(self),
        QueueUrl: itself,
      },
    },
    'AWS::CloudWatch::Alarm': {
      id: named('AlarmName'),
      attributes: { Arn: (id) => arn('cloudwatch', `alarm:${id}`) },
    },
  },
  ignored: {
    'AWS::SQS::QueuePolicy': { because: 'requires TLS, and nothing here leaves the machine' },
  },
  start({ backend, state, log }) {
    const queues = createQueues(backend.resources, state);
    const alarms = startAlarms({ resources: backend.resources, queues, log });
    return {
      api: queues,
      update(next) {
        queues.update(next.resources);
        alarms.update(next.resources);
      },
      close: () => alarms.close(),
      handleAwsRequest: sqsApi(() => queues.all()),
    };
  },
};
