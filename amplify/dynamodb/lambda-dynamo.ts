import { createDynamo, type Dynamo } from './dynamo.ts';
import { credentialsIn, endpointIn, regionIn } from './place.ts';
import { createWire } from './wire.ts';

/**
 * Milliseconds for an answer; DynamoDB's take five or so. Of the API's ten seconds that leaves enough for two
 * calls on connections found dead. Every write may be sent twice: its condition knows it again.
 */
const patience = 2_000;

/** DynamoDB as a function's role, from the variables that Lambda sets. */
export function lambdaDynamo(): Dynamo {
  const endpoint = endpointIn(process.env);
  return createDynamo({
    wire: createWire(endpoint, { patience }),
    host: endpoint.host,
    region: regionIn(process.env),
    credentials: () => credentialsIn(process.env),
    now: Date.now,
    random: Math.random,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
}
