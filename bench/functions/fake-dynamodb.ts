/**
 * Answers like DynamoDB, as cheaply as possible, over TLS: `node bench/functions/fake-dynamodb.ts <key file>
 * <certificate file>` prints its port.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { storedItem } from './gateway-event.ts';

const [key = '', certificate = ''] = process.argv.slice(2);
const units = { ConsumedCapacity: { TableName: 'Entries', CapacityUnits: 1 } };
const answers: Record<string, string> = {
  PutItem: JSON.stringify(units),
  GetItem: JSON.stringify({ Item: storedItem, ...units }),
  Query: JSON.stringify({
    Items: Array.from({ length: 20 }, () => storedItem),
    Count: 20,
    ...units,
  }),
};

const server = createServer(
  { key: readFileSync(key), cert: readFileSync(certificate) },
  (request, response) => {
    request.resume();
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(answers[operation] ?? 'healthy: dynamodb.us-east-1.amazonaws.com ');
    });
  },
);
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
