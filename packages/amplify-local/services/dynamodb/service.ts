import type { Service } from '../../template/service.ts';
import { named } from '../../template/resource-naming.ts';
import { dynamoDbApi } from './dynamodb-api.ts';
import { tableArn } from './table-arn.ts';
import { startLocalDynamoDb, type LocalDynamoDb } from './local-dynamodb.ts';

export const dynamoDb: Service<LocalDynamoDb> = {
  name: 'dynamodb',
  resources: {
    'AWS::DynamoDB::Table': {
      id: named('TableName'),
      attributes: {
        Arn: (id) => tableArn(id),
        // In AWS, streams are labelled with the time they were enabled; here with a fixed time.
        StreamArn: (id) => `${tableArn(id)}/stream/2026-01-01T00:00:00.000`,
      },
    },
  },
  async start({ backend, state, log }) {
    const database = await startLocalDynamoDb({
      resources: backend.resources,
      folder: state,
      log,
    });
    return {
      api: database,
      update: (next) => database.update(next.resources),
      close: () => database.close(),
      handleAwsRequest: dynamoDbApi(database.engineUrl),
    };
  },
};
