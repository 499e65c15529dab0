import type { Attributes } from './attribute-values.ts';
import { failureFrom } from './failure.ts';
import { attempts, causeOf, createBudget, pauseBefore, type Cause } from './retry.ts';
import { createSigner, type Credentials } from './signer.ts';
import type { Wire } from './wire.ts';

export type Operation = 'GetItem' | 'PutItem' | 'UpdateItem' | 'Query';

/** What any of the operations answers, as it is on the wire. */
export type Output = {
  readonly Item?: Attributes;
  readonly Items?: readonly Attributes[];
  readonly LastEvaluatedKey?: Attributes;
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
};

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
 * DynamoDB in a hundredth of the SDK: signed, over connections that stay open, tried again when that may
 * help. Why: docs/decisions/0018-a-lean-client.md.
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
      for (let before = 0; ; before += 1) {
        try {
          const output = await ask(operation, body);
          budget.giveBack(cause);
          return output;
        } catch (error) {
          cause = causeOf(error);
          if (!cause || before + 1 >= attempts || !budget.take(cause)) throw error;
          await deps.sleep(pauseBefore(cause, before, deps.random()));
        }
      }
    },

    async connect() {
      // DynamoDB says how it is to whoever asks, signed or not.
      await deps.wire({ method: 'GET', headers: { host: deps.host } }).catch(() => {});
    },
  };
}
