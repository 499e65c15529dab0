import type { Service } from '../../service.ts';
import { account, arn, region } from '../../template/arn.ts';
import { itself, named } from '../../template/resource-naming.ts';
import { createQueues, type Queues } from './queues.ts';
import { sqsApi } from './sqs-operations.ts';

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
  },
  ignored: {
    'AWS::SQS::QueuePolicy': { because: 'requires TLS, and nothing here leaves the machine' },
  },
  start({ backend, state }) {
    const queues = createQueues(backend.resources, state);
    return {
      api: queues,
      update: (next) => queues.update(next.resources),
      handleAwsRequest: sqsApi(() => queues.all()),
    };
  },
};
