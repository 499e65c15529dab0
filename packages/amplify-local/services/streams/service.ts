import type { Service } from '../../template/service.ts';
import { uuid } from '../../template/physical-id.ts';
import { itself } from '../../template/resource-naming.ts';
import { dynamoDb } from '../dynamodb/service.ts';
import { lambda } from '../lambda/service.ts';
import { sqs } from '../sqs/service.ts';
import { mappingsApi } from './mappings-api.ts';
import { mappingsOf, startStreams, type Streams } from './event-source-mappings.ts';

/** Event source mappings: from the streams of tables to functions. */
export const streams: Service<Pick<Streams, 'mappings'>> = {
  name: 'streams',
  resources: {
    'AWS::Lambda::EventSourceMapping': {
      id: (self) => uuid(self.path),
      attributes: { Id: itself },
    },
  },
  check: (resources) => void mappingsOf(resources),
  start({ backend, state, log, use }) {
    const { functionNamed, close: closeFunctions } = use(lambda);
    const started = startStreams({
      resources: backend.resources,
      folder: state,
      database: use(dynamoDb),
      functionNamed,
      queues: use(sqs),
      log,
    });
    return {
      api: started,
      update: (next) => () => started.update(next.resources),
      // Together, because a poller waits for the function that has its batch.
      close: async () => void (await Promise.all([closeFunctions(), started.close()])),
      handleAwsRequest: mappingsApi(() => started.mappings()),
    };
  },
};
