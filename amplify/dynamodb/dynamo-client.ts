import type { Attributes } from './attribute-values.ts';
import { toDynamoError } from './dynamo-error.ts';
import { hash } from '../node-crypto.ts';
import { createRetryOnce } from '../aws/retry-once.ts';
import { createRequestSigner, type Credentials } from '../aws/sigv4-signer.ts';
import type { HttpClient } from '../aws/keep-alive-http.ts';

export type DynamoOperation =
  | 'GetItem'
  | 'BatchGetItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'TransactWriteItems'
  | 'Query'
  | 'Scan';

/** The response of any operation, in DynamoDB's own format. */
export type DynamoOutput = {
  readonly Item?: Attributes;
  readonly Items?: readonly Attributes[];
  readonly LastEvaluatedKey?: Attributes;
  /** What an update has changed, if it asked for it. */
  readonly Attributes?: Attributes;
  /** By table: the items a batch found, and the keys it did not get to. */
  readonly Responses?: Readonly<Record<string, readonly Attributes[]>>;
  readonly UnprocessedKeys?: Readonly<Record<string, { readonly Keys: readonly Attributes[] }>>;
  /** One value, or one per table of a batch. */
  readonly ConsumedCapacity?: Capacity | readonly Capacity[];
};

type Capacity = { readonly CapacityUnits?: number };

/** Calls one operation of DynamoDB. Throws an error with DynamoDB's own name. */
export type DynamoCall = (operation: DynamoOperation, input: object) => Promise<DynamoOutput>;

export type DynamoClient = {
  readonly call: DynamoCall;
  /** Opens a connection in advance. Ignores failures: the first call will connect again. */
  readonly connect: () => Promise<void>;
};

type Deps = {
  readonly http: HttpClient;
  readonly host: string;
  readonly region: string;
  readonly credentials: () => Credentials;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
};

/**
 * A DynamoDB client a hundredth the size of the AWS SDK's. It signs requests, keeps connections open and
 * retries once where that may help. docs/decisions/0018-a-lean-client.md says why it exists.
 */
export function createDynamoClient(deps: Deps): DynamoClient {
  const { sign } = createRequestSigner({ region: deps.region, service: 'dynamodb' });
  const retryOnce = createRetryOnce(deps);

  async function send(operation: DynamoOperation, body: string): Promise<DynamoOutput> {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      host: deps.host,
      'x-amz-target': `DynamoDB_20120810.${operation}`,
    };
    const request = { method: 'POST', path: '/', headers, payload: hash('sha256', body) };
    const signed = sign(request, deps.credentials(), new Date(deps.now()));
    const response = await deps.http({ method: 'POST', headers: signed, body });
    if (response.status === 200) return JSON.parse(response.body) as DynamoOutput;
    throw toDynamoError(response.status, response.body);
  }

  return {
    call(operation, input) {
      const body = JSON.stringify(input);
      return retryOnce(() => send(operation, body));
    },

    async connect() {
      // DynamoDB answers an unsigned GET with a health check.
      await deps.http({ method: 'GET', headers: { host: deps.host } }).catch(() => {});
    },
  };
}
