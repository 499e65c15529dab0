import type { Attributes } from './attribute-values.ts';
import { failureFrom } from './failure.ts';
import { causeOf, createBudget, longestPause, type Cause } from './retry.ts';
import { createSigner, type Credentials } from './signer.ts';
import type { Wire } from './wire.ts';

export type Operation = 'GetItem' | 'BatchGetItem' | 'PutItem' | 'UpdateItem' | 'Query';

/** What any of the operations answers, as it is on the wire. */
export type Output = {
  readonly Item?: Attributes;
  readonly Items?: readonly Attributes[];
  readonly LastEvaluatedKey?: Attributes;
  /** By table: what a batch found, and what it had no room or no time for. */
  readonly Responses?: Readonly<Record<string, readonly Attributes[]>>;
  readonly UnprocessedKeys?: Readonly<Record<string, { readonly Keys: readonly Attributes[] }>>;
  /** One, or one for each table of a batch. */
  readonly ConsumedCapacity?: Capacity | readonly Capacity[];
};

type Capacity = { readonly CapacityUnits?: number };

/** One call of DynamoDB's; throws its refusal under its name. */
export type Call = (operation: Operation, input: object) => Promise<Output>;

export type Dynamo = {
  readonly call: Call;
  /** Connects before there is anything to ask, and says nothing when that cannot be done. */
  readonly connect: () => Promise<void>;
};

type Deps = {
  readonly wire: Wire;
  readonly host: string;
  readonly region: string;
  readonly credentials: () => Credentials;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
};

/**
 * DynamoDB in a hundredth of the SDK: signed, over connections that stay open, tried once more when that
 * may help. Why: docs/decisions/0018-a-lean-client.md.
 */
export function createDynamo(deps: Deps): Dynamo {
  const sign = createSigner({ region: deps.region, service: 'dynamodb' });
  const budget = createBudget();

  async function ask(operation: Operation, body: string): Promise<Output> {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      host: deps.host,
      'x-amz-target': `DynamoDB_20120810.${operation}`,
    };
    const signed = sign({ headers, body }, deps.credentials(), new Date(deps.now()));
    const answer = await deps.wire({ method: 'POST', headers: signed, body });
    if (answer.status === 200) return JSON.parse(answer.body) as Output;
    throw failureFrom(answer.status, answer.body);
  }

  return {
    async call(operation, input) {
      const body = JSON.stringify(input);
      let cause: Cause | undefined;
      for (;;) {
        try {
          const output = await ask(operation, body);
          budget.giveBack(cause);
          return output;
        } catch (error) {
          const isSecond = cause !== undefined;
          cause = causeOf(error);
          if (isSecond || !cause || !budget.take(cause)) throw error;
          await deps.sleep(deps.random() * longestPause);
        }
      }
    },

    async connect() {
      // DynamoDB says how it is to whoever asks, signed or not.
      await deps.wire({ method: 'GET', headers: { host: deps.host } }).catch(() => {});
    },
  };
}
