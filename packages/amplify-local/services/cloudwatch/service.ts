import type { Service } from '../../service.ts';
import { arn } from '../../template/arn.ts';
import { named } from '../../template/resource-naming.ts';
import { sqs } from '../sqs/service.ts';
import { startAlarms } from './queue-alarms.ts';

export const cloudWatch: Service<undefined> = {
  name: 'alarms',
  resources: {
    'AWS::CloudWatch::Alarm': {
      id: named('AlarmName'),
      attributes: { Arn: (id) => arn('cloudwatch', `alarm:${id}`) },
    },
  },
  start({ backend, log, use }) {
    const alarms = startAlarms({ resources: backend.resources, queues: use(sqs), log });
    return {
      api: undefined,
      update: (next) => alarms.update(next.resources),
      close: () => alarms.close(),
    };
  },
};
