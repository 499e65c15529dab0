import { createDynamoClient, type DynamoClient } from './dynamo-client.ts';
import { awsCredentials, dynamoEndpoint, awsRegion } from '../aws/lambda-environment.ts';
import { createHttpClient } from '../aws/keep-alive-http.ts';

/**
 * Milliseconds. DynamoDB usually responds within five. The function has ten seconds, enough for two calls on
 * connections that turn out to be dead. A write may be sent twice, because its condition recognizes a repeat.
 */
const timeout = 2_000;

/** A client with the permissions of the function's role, configured by the variables that Lambda sets. */
export function createLambdaDynamoClient(): DynamoClient {
  const endpoint = dynamoEndpoint(process.env);
  return createDynamoClient({
    http: createHttpClient(endpoint, { timeout }),
    host: endpoint.host,
    region: awsRegion(process.env),
    credentials: () => awsCredentials(process.env),
    now: Date.now,
    random: Math.random,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
}
